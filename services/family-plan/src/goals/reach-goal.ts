import type { Act, AccessFacts, Actor, Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { foundGoal } from './goal-thing.js';
import { Goal } from './goal.js';

const what = { da: 'Det, der er bedt om,', en: 'What was asked for' };

/**
 * One that a command changes, locked after its family; by a relation to the goal's own programme.
 * @throws DomainError `not-found` where it is not there, its family is erased, or it is out of reach: one and the same
 * answer; 403 for one's own, a relative's or a colleague's record
 */
export async function reachGoal(looks: Looks, tx: Tx, actor: Actor, act: Act, id: string): Promise<Goal> {
  const named = await tx.manager.findOneBy(Goal, { municipality: tx.municipality, id });
  const family = named && (await findFamilyToChange(tx, named.familyId));
  const goal = family && (await tx.manager.findOne(Goal, toChange(tx, id)));
  if (!goal || family.state === 'erased' || family.mergedInto !== null) throw notFound(what);
  const look = await looks.within(tx, actor, act);
  const query = look.query(foundGoal, []);
  const [row] = await query.rows<{ facts: AccessFacts }>(
    tx,
    `SELECT ${query.facts} AS facts FROM goal g WHERE g.municipality = helhed.tenant() AND g.id = ${query.value(id, 'uuid')}`,
  );
  look.one(query, row?.facts, what);
  return goal;
}
