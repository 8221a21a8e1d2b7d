import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { isRestored } from '../restored/restored.js';
import type { Basis } from './basis.js';
import { relationTo } from './own.js';

/** Out of the calendar (A-SCH-21, 22), and on paper (A-CON-22, 23). */
const lists = (of: string): string[] => [`/scheduling/v1/${of}/deliveries`, `/consent/v1/${of}/papers`];

/**
 * Where it is asked what was given out already and cannot be called back, as relative references (RFC 3986): for a citizen
 * of each person concerned whom it sees, the citizen itself or a child in its custody; for staff of the family.
 */
export async function givenOutOf(tx: Tx, actor: Actor, { familyId, persons }: Basis): Promise<string[]> {
  if (actor.kind !== 'citizen') return lists(`families/${familyId}`);
  const closed = await isRestored(tx);
  const own: string[] = [];
  for (const person of persons) {
    const relation = await relationTo(tx, actor, person);
    // a closed register says nothing of custody
    if (relation === 'own' || (relation === 'custody' && !closed)) own.push(person);
  }
  return own.flatMap((person) => lists(`persons/${person}`));
}
