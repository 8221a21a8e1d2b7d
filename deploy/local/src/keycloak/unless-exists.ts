import { NetworkError } from '@keycloak/keycloak-admin-client';

/** Runs a creation; undefined when the thing is there already (409), also when another process made it just now. */
export async function unlessExists<T>(creation: Promise<T>): Promise<T | undefined> {
  try {
    return await creation;
  } catch (error) {
    if (error instanceof NetworkError && error.response.status === 409) return undefined;
    throw error;
  }
}
