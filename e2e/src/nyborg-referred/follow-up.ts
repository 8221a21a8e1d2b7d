import { localDate } from '@helhed/kernel';
import { eventually, mustRefuse } from '../story/api.js';
import { recordConsent } from './basis.js';
import { toContact } from './contact.js';
import { dayCareAs } from './day-care.js';
import { goalsForPedagogue, pedagogueReadsGoals, type WorkWithFamily } from './family-work.js';
import { view } from './referrals.js';
import type { World } from './world.js';

/** A family that is in its course until the end. */
interface Stayed {
  readonly id: string;
  readonly familyId: string;
}

type Works = readonly WorkWithFamily[];

/** The second: it took nothing back. */
const followed = ([, second]: readonly Stayed[]): Stayed | undefined => second;
const workOf = (works: Works, family: Stayed | undefined) => works.find((each) => each.familyId === family?.familyId);

/** Before the course is over, the parents of one family let the pedagogue read its plan after that too, by a consent of its own. */
export async function agreeFollowUp(world: World, stayed: readonly Stayed[], at: Date): Promise<void> {
  const family = followed(stayed);
  if (!family) return;
  const wish = { ...toContact, purpose: 'follow-up', categories: ['plan'] };
  await recordConsent(world, await view(world, family.id), localDate(at), wish);
}

/** Once it is over, the pedagogue reads that family's goals, and no other's: what was let known for the course is over with it. */
export async function followUpBegins(world: World, stayed: readonly Stayed[], works: Works): Promise<void> {
  for (const family of stayed.slice(2)) {
    const work = workOf(works, family);
    if (work) await isClosed(world, work);
  }
  const work = workOf(works, followed(stayed));
  if (work) await pedagogueReadsGoals(world, work, false);
}

/** Once the follow-up is over, the family is not there for the pedagogue, though the parents' consent still runs. */
export async function followUpEnds(world: World, stayed: readonly Stayed[], works: Works): Promise<void> {
  const work = workOf(works, followed(stayed));
  if (!work) return;
  const goals = dayCareAs(world, 'pia').get('/family-plan/v1/families/{id}/goals', { path: { id: work.familyId } });
  await mustRefuse(goals, 404);
}

const isClosed = (world: World, { familyId }: WorkWithFamily): Promise<unknown> =>
  eventually(
    'the goals closed to the pedagogue',
    () => goalsForPedagogue(world, familyId),
    (goals) => goals.length > 0 && goals.every(({ state, withheld: [why] }) => !state && why?.reason === 'no-basis'),
  );
