import { drained } from '../../faults/drained.js';
import { makeFamily, triage, type Made } from './make-family.js';
import { send } from './http.js';
import type { Maker } from './maker.js';
import { longAgo, type Scenario } from './scenarios.js';

/** Families whose referrals came to nothing so long ago that they are due to be erased. */
export async function makeLongAgo(maker: Maker, wanted: readonly Scenario[]): Promise<Made[]> {
  const old = [...wanted.entries()].filter(([, { long }]) => long);
  if (old.length === 0) return [];
  await maker.setClock(`${longAgo}T08:00:00Z`);
  const made: Made[] = [];
  for (const [index, scenario] of old) {
    const each = await makeFamily(maker, scenario, index + 1);
    await triage(maker, each);
    made.push(each);
  }
  // the day on which each is due is counted from the day that family-plan hears of it
  await drained(maker.platform, 30);
  return made;
}

/** Waits until they are erased: to the lead, who reaches every family of the programme, they are not there. */
export async function eraseAfter(maker: Maker, due: readonly Made[]): Promise<Made[]> {
  const token = await maker.cast.as('lone').token();
  for (const { family } of due)
    await maker.until(
      () => send(maker.platform.url, { method: 'GET', path: `/family-plan/v1/families/${family.id}/relations`, token }),
      ({ status }) => status === 404,
      'the erasure',
    );
  return due.map((each) => ({
    ...each,
    custody: [],
    told: [],
    family: { id: each.family.id, members: [], erased: true },
  }));
}
