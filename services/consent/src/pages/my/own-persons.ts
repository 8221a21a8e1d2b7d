import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { relationTo } from '../../bases/own.js';
import { loadPeople } from '../../cover/load-facts.js';
import { Custody } from '../../custody/custody.js';
import { turnsOn, type Turn } from '../../families/turns.js';
import { isRestored } from '../../restored/restored.js';

/** Somebody whose data a citizen sees here. Consent knows nobody's name. */
export interface OwnPerson {
  readonly id: string;
  readonly self: boolean;
  /** Years, of a child whose birth date is known. */
  readonly age?: number | undefined;
}

export interface OwnPersons {
  readonly persons: readonly OwnPerson[];
  /** Children who are not among them, since the register is closed: it says nothing of custody. */
  readonly closed: readonly string[];
}

/** The citizen, and the children in its custody today (A-CIT-05). */
export async function ownPersons(tx: Tx, actor: Actor): Promise<OwnPersons> {
  const { manager, municipality, today } = tx;
  const self = actor.person ?? '';
  const custody = await manager.find(Custody, { where: { municipality, holderId: self }, order: { childId: 'ASC' } });
  const ids = [...new Set(custody.map(({ childId }) => childId))];
  const { people } = await loadPeople(tx, ids);
  const children: OwnPerson[] = [];
  for (const id of ids)
    if (await relationTo(tx, actor, id))
      children.push({ id, self: false, age: ageOn(people.get(id)?.turns ?? [], today) });
  const me = { id: self, self: true };
  if (await isRestored(tx)) return { persons: [me], closed: children.map(({ id }) => id) };
  return { persons: [me, ...children.toSorted((a, b) => (b.age ?? 0) - (a.age ?? 0))], closed: [] };
}

/** Those of the persons that the citizen sees. */
export async function ownOf(tx: Tx, actor: Actor, persons: readonly string[]): Promise<string[]> {
  const own = await ownPersons(tx, actor);
  return own.persons.map(({ id }) => id).filter((id) => persons.includes(id));
}

/** @param today ISO date @returns whole years; undefined where no birth date is known */
export function ageOn(turns: readonly Turn[], today: string): number | undefined {
  const majority = valueOn(getGroundRules().ages.majority, today);
  const on = turnsOn(turns, majority);
  if (on === undefined) return undefined;
  const years = Number(on.slice(0, 4)) - Number(today.slice(0, 4));
  return majority - years - (today.slice(5) < on.slice(5) ? 1 : 0);
}
