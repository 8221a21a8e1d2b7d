import type { Act, AccessFacts, Actor, Look, Looks } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { DomainError, notFound } from '@helhed/kernel';
import { findFamilyToChange } from '../families/get-family.js';
import { toChange } from '../families/reach-family.js';
import { childViewThing } from './child-view-thing.js';
import { ChildView } from './child-view.js';

/** One that a command changes, locked after its family. */
export interface ReachedView {
  readonly view: ChildView;
  readonly look: Look;
  /** The database's, in which it is changed. */
  readonly incarnation: string;
  /** Whether the actor is shown what the child said, and so whether and by whom it is open. */
  readonly isShown: boolean;
}

/**
 * By a relation to the view's own programme.
 * @throws DomainError `not-found` where it is not there, its family is erased, or it is out of reach: one and the same
 * answer; 403 for one's own, a relative's or a colleague's record
 */
export async function reachChildView(looks: Looks, tx: Tx, actor: Actor, act: Act, id: string): Promise<ReachedView> {
  const named = await tx.manager.findOneBy(ChildView, { municipality: tx.municipality, id });
  const family = named && (await findFamilyToChange(tx, named.familyId));
  const view = family && (await tx.manager.findOne(ChildView, toChange(tx, id)));
  if (!view || family.state === 'erased' || family.mergedInto !== null) throw notFound(what);
  const look = await looks.within(tx, actor, act);
  const query = look.query(childViewThing, ['child-view']);
  const [row] = await query.rows<{ facts: AccessFacts; incarnation: string }>(
    tx,
    `SELECT ${query.facts} AS facts, helhed.incarnation() AS incarnation FROM child_view v
     WHERE v.municipality = helhed.tenant() AND v.id = ${query.value(id, 'uuid')}`,
  );
  const decision = look.one(query, row?.facts, what);
  const { incarnation } = row as NonNullable<typeof row>;
  view.lapse(incarnation);
  return { view, look, incarnation, isShown: decision.shows('child-view') };
}

/** What tells whether and by whom it is open: as it is to whom the view is shown, one and the same to others. A look to both. */
export function refuse({ view, look, isShown }: ReachedView, refusal: unknown): never {
  look.log([view.familyId, view.personId]);
  look.tx.keepLooks();
  throw isShown ? refusal : viewFixed();
}

const what = { da: 'Det, der er bedt om,', en: 'What was asked for' };

const viewFixed = (): DomainError =>
  new DomainError('conflict', 'view-fixed', {
    da: 'Det kan ikke åbnes eller lukkes sådan nu.',
    en: 'It cannot be opened or closed like that now.',
  });
