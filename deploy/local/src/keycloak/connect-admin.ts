import KeycloakAdminClient from '@keycloak/keycloak-admin-client';
import type { Credentials } from '@keycloak/keycloak-admin-client/lib/utils/auth.js';

/** Who administers Keycloak: a user of the master realm with a password, or a client of it with a secret. */
export interface AdminCredentials {
  /** Keycloak's base address, such as `http://127.0.0.1:8080/auth` */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}

const requestTimeoutMs = 120_000;
const renewBeforeMs = 10_000;

/** A client of the admin API that signs in again by itself: master's tokens live a minute, a story longer. */
export async function connectAdmin(credentials: AdminCredentials): Promise<KeycloakAdminClient> {
  const baseUrl = credentials.url.replace(/\/+$/, '');
  const signIn = new KeycloakAdminClient({ baseUrl, timeout: requestTimeoutMs });
  const admin = new KeycloakAdminClient({ baseUrl, timeout: requestTimeoutMs });
  let token: Promise<string> | undefined;
  let renewAt = 0;
  const renew = async (): Promise<string> => {
    await signIn.auth(grantOf(credentials));
    const { exp } = JSON.parse(Buffer.from(signIn.accessToken?.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number;
    };
    renewAt = exp * 1000 - renewBeforeMs;
    return signIn.accessToken ?? '';
  };
  admin.registerTokenProvider({
    getAccessToken: () => {
      if (!token || Date.now() >= renewAt) {
        renewAt = Number.POSITIVE_INFINITY;
        token = renew().catch((error: unknown) => {
          token = undefined;
          throw error;
        });
      }
      return token;
    },
  });
  return admin;
}

function grantOf({ username, password, clientId, clientSecret }: AdminCredentials): Credentials {
  if (clientSecret) return { grantType: 'client_credentials', clientId: clientId ?? '', clientSecret };
  return { grantType: 'password', clientId: clientId ?? 'admin-cli', username, password };
}
