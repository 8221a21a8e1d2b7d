import { eventually } from '../story/api.js';
import { must } from '../story/must.js';
import { recordFeedConsent } from './basis.js';
import { readFeed } from './course.js';
import type { Referral } from './referrals.js';
import type { World } from './world.js';

/** A parent's calendar, while the group's leader has the family: empty without a consent, and then the whole course. */
export async function handCalendar(world: World, referral: Referral, on: string): Promise<void> {
  const reader = referral.members.find(({ role }) => role === 'parent')?.personId as string;
  const feed = () => readFeed(world, referral.familyId, reader);
  must((await feed()).sessions === 0, 'without a consent the feed is empty');
  await recordFeedConsent(world, referral, on);
  await eventually('the course in the feed', feed, ({ sessions }) => sessions >= 16);
}
