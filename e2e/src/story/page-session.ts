/** Cookies of one host, as a browser keeps them. */
class Jar {
  readonly #kept = new Map<string, string>();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#kept.set(name, value);
    }
    return response;
  }

  get(name: string): string {
    return this.#kept.get(name) ?? '';
  }
}

const locationOf = (response: Response): string => response.headers.get('location') ?? '';

export const sessionCookie = '__Host-helhed';

/** Somebody signs in to the pages by Keycloak's own form. @returns what is in the session's cookie */
export async function signIn(
  { url }: { readonly url: string },
  { code }: { readonly code: string },
  { name, password = '' }: { readonly name: string; readonly password?: string },
): Promise<string> {
  const [ours, keycloak] = [new Jar(), new Jar()];
  const asked = await ours.fetch(`${url}/consent/sign-in?municipality=${code}`);
  const form = await (await keycloak.fetch(locationOf(asked))).text();
  const action = (/<form[^>]+action="([^"]+)"/.exec(form)?.[1] ?? '').replaceAll('&amp;', '&');
  const body = new URLSearchParams({ username: name, password });
  const back = locationOf(await keycloak.fetch(action, { method: 'POST', body }));
  await ours.fetch(back);
  const session = ours.get(sessionCookie);
  if (session === '') throw new Error(`${name} was not signed in: ${asked.status}, back at ${back.split('?')[0]}`);
  return session;
}
