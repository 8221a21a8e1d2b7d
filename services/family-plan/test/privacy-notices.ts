import { randomBytes } from 'node:crypto';
import { Paging } from '@helhed/web';
import { FindPrivacyNotices } from '../src/privacy-notices/find-privacy-notices.js';
import type { PrivacyNoticeQuery, RecordPrivacyNotice as Told } from '../src/privacy-notices/privacy-notices.dto.js';
import { RecordPrivacyNotice } from '../src/privacy-notices/record-privacy-notice.js';
import { as } from './actors.js';
import { gitte, type Somebody } from './family-h.js';
import type { World } from './world.js';

const paging = new Paging(randomBytes(32));

/** That somebody was informed in person, unless told otherwise. */
export const given = (familyId: string, personId: string, on = '2026-10-01'): Told => ({
  familyId,
  personId,
  outcome: 'given',
  on,
  how: 'in-person',
});

export const note = ({ database, families }: World, told: Told, by: Somebody = gitte, key?: string) =>
  as(by, (actor) => new RecordPrivacyNotice(database, families).run(actor, told), key);

export const notices = ({ looks }: World, asked: Partial<PrivacyNoticeQuery> = {}, by: Somebody = gitte) =>
  as(by, (actor) => new FindPrivacyNotices(looks, paging).page(actor, { limit: 50, ...asked }));
