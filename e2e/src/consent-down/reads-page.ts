import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Read } from '../look-log/reads.js';

/** A line of docs/reads-under-consent.md: somebody's read, and what it rests on. */
export interface Line {
  readonly route: string;
  readonly who: string;
  readonly rests: Read['rests'];
}

const page = fileURLToPath(new URL('../../../docs/reads-under-consent.md', import.meta.url));
const row = /^\| (GET \S+) \| ([^|]+) \| (answered|503) \|/gm;

/** Who they are in the table, by their names in the tests' world. */
const roles: Readonly<Record<string, string>> = {
  vibeke: 'triager',
  lone: 'programme lead',
  pia: 'sender',
  'dagtilbud-system': 'sender’s system',
  gitte: 'group leader',
  trine: 'partner',
  sofie: 'team, from another area',
  petra: 'observer',
  karen: 'coordinator, from another area',
  adam: 'administrator',
  maja: 'citizen',
  parent: 'citizen',
  link: 'link',
};

export function readPage(text = readFileSync(page, 'utf8')): Line[] {
  return [...text.matchAll(row)].flatMap(([, route = '', who = '', state]) =>
    who.split(';').map((each) => ({ route, who: each.trim(), rests: state === '503' ? 'revocable' : 'firm' }) as const),
  );
}

/** As the page would say it: a service stands under its own name. */
export const lineOf = ({ route, as, rests }: Read): Line => ({ route, who: roles[as] ?? as, rests });
