import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { getGroundRules, valueOn } from '@helhed/programmes';
import { isOwn } from '../../bases/own.js';
import { loadPeople } from '../../cover/load-facts.js';
import { Custody } from '../../custody/custody.js';
import { turnsOn, type Turn } from '../../families/turns.js';

/** Somebody whose data a citizen sees here. Consent knows nobody's name. */
export interface OwnPerson {
  readonly id: string;
  readonly self: boolean;
  /** Years, of a child whose birth date is known. */
  readonly age?: number | undefined;
}

/** The citizen, and the children in its custody today (A-CIT-05). */
export async function ownPersons(tx: Tx, actor: Actor): Promise<OwnPerson[]> {
  const { manager, municipality, today } = tx;
  const self = actor.person ?? '';
  const custody = await manager.find(Custody, { where: { municipality, holderId: self }, order: { childId: 'ASC' } });
  const ids = [...new Set(custody.map(({ childId }) => childId))];
  const { people } = await loadPeople(tx, ids);
  const persons: OwnPerson[] = [{ id: self, self: true }];
  for (const id of ids)
    if (await isOwn(tx, actor, id)) persons.push({ id, self: false, age: ageOn(people.get(id)?.turns ?? [], today) });
  return persons.toSorted((a, b) => Number(b.self) - Number(a.self) || (b.age ?? 0) - (a.age ?? 0));
}

/** @param today ISO date @returns whole years; undefined where no birth date is known */
export function ageOn(turns: readonly Turn[], today: string): number | undefined {
  const majority = valueOn(getGroundRules().ages.majority, today);
  const on = turnsOn(turns, majority);
  if (on === undefined) return undefined;
  const years = Number(on.slice(0, 4)) - Number(today.slice(0, 4));
  return majority - years - (today.slice(5) < on.slice(5) ? 1 : 0);
}
