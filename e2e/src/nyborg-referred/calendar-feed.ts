import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import { recordFeedConsent } from './basis.js';
import { readFeed, type Session } from './course.js';
import type { Referral } from './referrals.js';
import { takeBack } from './who-has-looked.js';
import type { World } from './world.js';

export interface Calendar {
  /** Secret: whoever has it reads it. */
  readonly url: string;
  readonly basis: string;
}

/** A parent's calendar, while the group's leader has the family: empty without a consent, and then the whole course. */
export async function handCalendar(world: World, referral: Referral, on: string): Promise<Calendar> {
  const reader = referral.members.find(({ role }) => role === 'parent')?.personId as string;
  const feed = () => readFeed(world, referral.familyId, reader);
  must((await feed()).sessions === 0, 'without a consent the feed is empty');
  const basis = await recordFeedConsent(world, referral, on);
  const { url } = await eventually('the course in the feed', feed, ({ sessions }) => sessions >= 16);
  return { url, basis };
}

/** The family is told of a change: the session stands in its calendar as it is now, or is called off there. */
export async function toldInCalendar(
  world: World,
  { url }: Calendar,
  { id, date, startTime }: Session,
  calledOff = false,
): Promise<void> {
  const begins = `:${date.replaceAll('-', '')}T${startTime.replace(':', '')}00`;
  const isTold = (entry = '') =>
    entry.includes(begins) && entry.includes('STATUS:CANCELLED') === calledOff && /^SUMMARY:/m.test(entry);
  await eventually(
    'the change in the family’s calendar',
    () => entriesAt(world, url),
    (entries) => isTold(entries.get(id)),
  );
}

/** From the answer on the address that was given out tells nothing. */
export async function takeBackCalendar(world: World, { url, basis }: Calendar): Promise<void> {
  must((await entriesAt(world, url)).size > 0, 'until then the address tells of the course');
  await takeBack(world, basis);
  mustEqual([...(await entriesAt(world, url))], [], 'what is taken back empties the calendar at once');
}

/** What stands in the calendar at an address, by the session's id. */
async function entriesAt({ api }: World, url: string): Promise<ReadonlyMap<string, string>> {
  const { body } = await api.get<string>(url, { accept: 'text/calendar' });
  const entries = body.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT');
  return new Map(entries.slice(1).map((entry) => [/^UID:(.+)@helhed/m.exec(entry)?.[1] ?? '', entry]));
}
