import type { Look } from '@helhed/access';
import { acts as papers } from '../papers/acts.js';
import { papersThing } from '../papers/papers-in-sql.js';
import { isRestored } from '../restored/restored.js';
import type { Basis } from './basis.js';
import { relationTo } from './own.js';
import { reachesBy } from './reach.js';

/** Out of the calendar (A-SCH-21, 22). */
const deliveriesOf = (whose: string): string => `/scheduling/v1/${whose}/deliveries`;
/** On paper (A-CON-22, 23). */
const papersOf = (whose: string): string => `/consent/v1/${whose}/papers`;

/**
 * Where it is asked what was given out already and cannot be called back, as relative references (RFC 3986): for a citizen
 * of each person concerned whom it sees, the citizen itself or a child in its custody; for staff of the family, as far as
 * it is told there.
 */
export async function givenOutOf(look: Look, { familyId, persons }: Basis): Promise<string[]> {
  const { tx, actor } = look;
  if (actor.kind !== 'citizen') return ofFamily(look, familyId);
  const closed = await isRestored(tx);
  const own: string[] = [];
  for (const person of persons) {
    const relation = await relationTo(tx, actor, person);
    // a closed register says nothing of custody
    if (relation === 'own' || (relation === 'custody' && !closed)) own.push(person);
  }
  return own.map((person) => `persons/${person}`).flatMap((whose) => [deliveriesOf(whose), papersOf(whose)]);
}

async function ofFamily(look: Look, familyId: string): Promise<string[]> {
  const whose = `families/${familyId}`;
  const [calendar, paper] = [
    // whoever leads the programme takes nothing back
    await reachesBy(look, familyId, ['group', 'coordinator']),
    await reachesBy(look, familyId, papers.list.relations, papersThing),
  ];
  return [...(calendar ? [deliveriesOf(whose)] : []), ...(paper ? [papersOf(whose)] : [])];
}
