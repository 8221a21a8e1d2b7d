export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The address of a path's pattern with its parameters. @throws TypeError for a parameter that would name another path, and
 * for one that looks like a CPR number: addresses are kept in the logs of all that stands between
 */
export function addressOf(pattern: string, path: Readonly<Record<string, string>> = {}, query: Query = {}): string {
  const address = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined || /^\.{0,2}$/.test(value)) throw new TypeError(`${pattern}: ${name} is missing`);
    return encodeURIComponent(checked(name, value));
  });
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) said.append(name, checked(name, String(value)));
  return said.size === 0 ? address : `${address}?${said.toString()}`;
}

/** Day (with 60 added in the fake series), month, year, and four more; not the digits within an id or a secret. */
const cpr = /(?<![\w-])[0-36-9]\d(0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?![\w-])/;

function checked(name: string, value: string): string {
  if (name !== 'cursor' && cpr.test(value)) throw new TypeError(`${name} looks like a CPR number: send it in a body`);
  return value;
}
