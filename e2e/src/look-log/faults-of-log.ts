import type { Asked } from '../story/asked.js';
import { routeOf, type Route } from './routes.js';

/** A row of consent's register, as its owner reads it. */
export interface LoggedLook {
  readonly kind: string;
  readonly act: string;
  readonly actor: string;
  readonly sub: string;
  readonly unit: string | null;
  readonly function: string | null;
  readonly subjects: readonly string[];
  readonly refused: boolean;
}

/** How many rows there must be, and how many there may be where tries went unanswered. */
interface Wanted {
  least: number;
  most: number;
}

/** A bearer of a secret has no account: its rows are of the link, which the address does not tell. */
const nobody = 'secret-link';

/**
 * Holds what the clients of a story asked against the rows that the register has of it.
 * @param triedAgain acts that the platform itself tries again where a part of it fails: of these there may be any more rows
 * @returns a line for each act, actor and family of which there are too few or too many rows
 */
export function faultsOfLog(
  asked: readonly Asked[],
  rows: readonly LoggedLook[],
  routes: readonly Route[],
  triedAgain: readonly string[] = [],
): string[] {
  const wanted = new Map<string, Wanted>();
  const found = new Map<string, number>();
  const oneFamily = actsAtOneFamily(asked, routes);
  for (const each of asked) {
    const route = lookOf(each, routes);
    if (!route) continue;
    const answered = each.status >= 200 && each.status < 300 ? 1 : 0;
    // a command that is about nobody may be noted; a look that is about nobody never is
    const least = route.aboutSomebody ? answered : 0;
    const unsure = triedAgain.includes(route.act) ? Infinity : each.unsure;
    const most = route.aboutSomebody || route.method !== 'GET' ? answered + unsure : 0;
    // a refusal that tells something of somebody is a look, whatever the command did not do
    const told = route.method !== 'GET' && (each.status === 409 || each.status === 422) ? 1 : 0;
    const who = `${route.act} by ${actorOf(each)}`;
    // the answer of what was done is a look of its own where it shows more by then
    const withAnswers = route.method === 'GET' ? most : 2 * most + told;
    add(wanted, who, least, withAnswers);
    if (route.method !== 'GET') add(wanted, `${who}, done`, 0, most);
    const family = familyIn(each.body) ?? familyIn(each.sent);
    if (oneFamily.has(route.act) && family) add(wanted, `${who} at ${family}`, least, withAnswers);
  }
  for (const row of rows) {
    if (row.actor === 'service' || row.actor === 'operator') continue;
    const who = `${row.act} by ${row.actor === nobody ? nobody : [row.sub, row.unit, row.function].join(' ')}`;
    count(found, row.refused ? `${who}, refused` : who);
    if (row.kind === 'command' && !row.refused) count(found, `${who}, done`);
    if (oneFamily.has(row.act))
      for (const subject of row.subjects) if (wanted.has(`${who} at ${subject}`)) count(found, `${who} at ${subject}`);
  }
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => {
    const { least, most } = wanted.get(key) ?? { least: 0, most: 0 };
    const rowsOf = found.get(key) ?? 0;
    return rowsOf < least || rowsOf > most ? [`${key}: ${rowsOf} rows for ${least} to ${most} looks`] : [];
  });
}

const lookOf = ({ method, path, act }: Asked, routes: readonly Route[]) =>
  act === undefined ? routeOf(routes, method, path) : { act, method: 'GET', aboutSomebody: true };

/** Acts of which every answer in the story named its family: rows of these are told apart by it. */
function actsAtOneFamily(asked: readonly Asked[], routes: readonly Route[]): ReadonlySet<string> {
  const acts = new Map<string, boolean>();
  for (const { method, path, body, status, unsure } of asked) {
    const act = routeOf(routes, method, path)?.act;
    if (!act || (status >= 300 && unsure === 0)) continue;
    // a try without an answer, and what a refusal was about, may have been at any family
    acts.set(act, (acts.get(act) ?? true) && familyIn(body) !== undefined && unsure === 0);
  }
  return new Set([...acts].filter(([, one]) => one).map(([act]) => act));
}

function actorOf({ token }: Asked): string {
  const [, payload] = token?.split('.') ?? [];
  if (payload === undefined) return nobody;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; functions?: unknown };
  const [pair] = [claims.functions].flat().filter((each) => typeof each === 'string' && each.includes(':'));
  const [unit, name] = typeof pair === 'string' ? pair.split(':') : [];
  return [claims.sub, unit, name].join(' ');
}

function familyIn(body: unknown): string | undefined {
  const family = typeof body === 'object' && body !== null ? (body as { familyId?: unknown }).familyId : undefined;
  return typeof family === 'string' ? family : undefined;
}

function add(wanted: Map<string, Wanted>, key: string, least: number, most: number): void {
  const sum = wanted.get(key) ?? { least: 0, most: 0 };
  wanted.set(key, { least: sum.least + least, most: sum.most + most });
}

const count = (found: Map<string, number>, key: string) => found.set(key, (found.get(key) ?? 0) + 1);
