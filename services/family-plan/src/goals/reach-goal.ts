import type { Act, AccessFacts, Actor, Look, Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { goalFixed, Goal } from './goal.js';
import { foundGoal } from './goal-thing.js';

const what = { da: 'Det, der er bedt om,', en: 'What was asked for' };

/**
 * One that a command changes, locked after its family; by a relation to the goal's own programme, and by whoever would be
 * shown the plan: nobody moves what they may not read, and no refusal tells how it stands (A-CMD-03).
 * @throws DomainError `not-found` where it is not there, its family is erased, or it is out of reach: one and the same
 * answer; 403 for one's own, a relative's or a colleague's record; `goal-fixed` (409) where the plan is withheld;
 * `consent-unavailable` (503) while nobody can say whether it is
 */
export async function reachGoal(looks: Looks, tx: Tx, actor: Actor, act: Act, id: string): Promise<Goal> {
  const named = await tx.manager.findOneBy(Goal, { municipality: tx.municipality, id });
  const family = named && (await findFamilyToChange(tx, named.familyId));
  const goal = family && (await tx.manager.findOne(Goal, toChange(tx, id)));
  if (!goal || family.state === 'erased' || family.mergedInto !== null) throw notFound(what);
  const look = await looks.within(tx, actor, act);
  const { query, facts } = await factsOfGoal(look, id);
  look.one(query, facts, what);
  if (!facts || !look.isShown(query, facts, 'plan')) throw goalFixed();
  return goal;
}

/** To whom the plan is shown, a refusal tells how the goal stands: it is a look, in the log though the command took no effect. */
export async function refusedAsLook<T>(tx: Tx, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof DomainError) tx.keepLooks();
    throw refusal;
  }
}

/** A goal of a family that is reached already. @throws DomainError `consent-unavailable` as above */
export async function isGoalShown(look: Look, id: string): Promise<boolean> {
  const { query, facts } = await factsOfGoal(look, id);
  return facts !== undefined && look.isShown(query, facts, 'plan');
}

/** Whether a goal of the family in the programme would be, of which there need be none. @throws DomainError as above */
export async function isPlanShown(look: Look, familyId: string, programme: string): Promise<boolean> {
  const query = look.query(foundGoal, ['plan']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts
     FROM (SELECT ${query.value(familyId, 'uuid')} AS family_id, ${query.value(programme, 'text')} AS programme,
       NULL::uuid AS person_id) g`,
  );
  return row !== undefined && look.isShown(query, row.facts, 'plan');
}

async function factsOfGoal(look: Look, id: string) {
  const query = look.query(foundGoal, ['plan']);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    look.tx,
    `SELECT ${query.facts} AS facts FROM goal g WHERE g.municipality = helhed.tenant() AND g.id = ${query.value(id, 'uuid')}`,
  );
  return { query, facts: row?.facts };
}
