/** One cookie of a request; undefined where it was not sent. Ours hold no character that would be quoted. */
export function cookieIn(header: string | string[] | undefined, name: string): string | undefined {
  const all = [header ?? []].flat().flatMap((line) => line.split(';'));
  const found = all.map((each) => each.trim()).find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/**
 * A `Set-Cookie` that only this host gets back, over TLS only, and no script reads (RFC 6265bis). Chromium and Firefox take
 * 127.0.0.1 for as good as TLS, so a demonstration over plain HTTP works in them; Safari does not.
 * @param name without the prefix `__Host-` @param seconds how long it lasts, the browser's session unless given; 0 takes it away
 */
export const hostCookie = (name: string, value: string, seconds?: number): string =>
  [
    `${hostPrefix}${name}=${value}`,
    'Path=/',
    'Secure',
    'HttpOnly',
    'SameSite=Lax',
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ');

export const hostPrefix = '__Host-';
