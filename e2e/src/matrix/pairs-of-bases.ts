import { bases, inWorld } from './lifts.js';
import { family, outcome, referrals, type Named, type Pair, type Pairs } from './pair.js';

const withheldFor = (of: string, withheld: string): Pair => ({ allow: outcome('plain'), deny: outcome(of), withheld });
const enrolments = (of: string, actor: string): Named => ['A-FAM-02', of, actor, of];
const feed = (of: string) => ['A-SCH-16', `feed of ${of}`, 'no token'] as const;

/** What is shown of what is reached, and on which bases. */
export const pairsOfBases: Pairs = {
  // the family came in under a version by which whoever supports its child knows of its place; that version is not in force
  'A-CFG-01': [
    {
      allow: family('of one parent too few', 'karen'),
      deny: enrolments('of one parent too few', 'karen'),
      withheld: 'no-basis',
      category: 'enrolment',
    },
  ],
  // no disclosure to the sender stands, and none was recorded
  'A-CFG-02': [{ allow: outcome('plain'), deny: outcome('no basis'), withheld: 'no-basis' }],
  'A-FAM-12': [{ allow: family('plain', 'soeren'), deny: family('plain', 'hanne'), withheld: 'no-basis' }],
  'A-BAS-01': [{ allow: ['A-CON-01', 'consent of plain', 'pia'], deny: ['A-CON-01', 'statute of plain', 'pia'] }],
  // the school is the one that the basis names, and belongs to the family no more
  'A-BAS-02': [
    {
      allow: ['A-CON-01', 'consent of plain', 'trine'],
      deny: ['A-CON-01', 'consent of rows ended', 'trine'],
      by: 'A-REL-03',
    },
  ],
  'A-BAS-05': [withheldFor('incomplete', 'consent-incomplete')],
  // by two layers, of which one was taken back: what rests on the other alone is shown as before
  'A-BAS-06': [
    {
      allow: family('withdrawn', 'karen'),
      deny: enrolments('withdrawn', 'karen'),
      withheld: 'no-basis',
      category: 'enrolment',
    },
  ],
  'A-BAS-07': [
    withheldFor('expired', 'basis-expired'),
    withheldFor('not yet valid', 'basis-not-yet-valid'),
    withheldFor('used up', 'exchange-used-up'),
    { allow: outcome('statute'), deny: outcome('ended'), withheld: 'basis-ended' },
  ],
  'A-BAS-08': [withheldFor('withdrawn', 'consent-withdrawn')],
  // a child of fifteen is asked too
  'A-BAS-09': [withheldFor('own voice', 'consent-incomplete')],
  // her unit is the child's institution, which may use it and may not be told; as its contact she may be told and not use it
  'A-SEC-01': [
    {
      allow: enrolments('plain', 'karen'),
      deny: enrolments('of one parent too few', 'karen'),
      withheld: 'no-basis',
      category: 'enrolment',
    },
  ],
  // once the course is over: what was let known for the follow-up, and what was for the course
  'A-REL-07': [
    {
      allow: family('closed', 'karen'),
      deny: enrolments('closed', 'karen'),
      withheld: 'no-basis',
      category: 'enrolment',
      lift: bases(({ purpose }) => ({ purpose: purpose === 'contact-support' ? 'follow-up' : purpose })),
    },
    // what is the course's alone is not reached any more
    { allow: ['A-FAM-34', 'plain', 'karen'], deny: ['A-FAM-34', 'closed', 'karen'], by: 'A-REL-03' },
  ],
  'A-SEC-02': [{ allow: feed('plain'), deny: feed('no basis'), empty: true }],
  'A-SEC-03': [
    withheldFor('no basis', 'no-basis'),
    // of one team: in the area of a unit that carries the case, and in another
    { allow: family('plain', 'soeren'), deny: family('plain', 'hanne'), withheld: 'no-basis' },
  ],
  'A-SEC-04': [withheldFor('of one parent too few', 'no-basis')],
  'A-SEC-05': [
    // the first of two codes: the consent was taken back, and has expired since
    { ...withheldFor('withdrawn and expired', 'consent-withdrawn'), next: 'basis-expired' },
    {
      allow: ['A-REF-06', 'plain', 'pia'],
      deny: ['A-REF-06', 'withdrawn and expired', 'pia'],
      withheld: 'consent-withdrawn',
      category: 'referral-outcome',
      next: 'basis-expired',
    },
  ],
  // one took back the consent; of the other's name alone there would be one still: nobody is named
  'A-SEC-06': [
    {
      allow: family('plain', 'trine'),
      deny: family('withdrawn', 'trine'),
      withheld: 'consent-withdrawn',
      category: 'identity',
      partly: true,
    },
  ],
  // both parents let the coordinator's department know of appointments; in one of the families that was taken back
  'A-CMD-04': [
    { allow: ['A-SCH-41', 'plain', 'frida'], deny: ['A-SCH-41', 'withdrawn', 'frida'] },
    { allow: ['A-SCH-42', 'need of plain', 'frida'], deny: ['A-SCH-42', 'need of withdrawn', 'frida'] },
    // the group's own leader knows by no consent
    { allow: ['A-SCH-42', 'need of withdrawn', 'gitte'], deny: ['A-SCH-42', 'need of withdrawn', 'frida'] },
  ],
  'A-SEC-07': [{ allow: feed('plain'), deny: feed('withdrawn'), empty: true }],
  'A-SCH-23': [
    {
      allow: ['A-SCH-19', 'plain', 'frida'],
      deny: ['A-SCH-19', 'withdrawn', 'frida'],
      cancels: true,
    },
    {
      allow: ['A-SCH-19', 'plain', 'gitte'],
      deny: ['A-SCH-19', 'plain, called off', 'gitte'],
      cancels: true,
      lift: inWorld(() => ({ cancelled: [] })),
    },
  ],
  // an adult, and a child too young to be linked; and a session that is in a calendar no more
  'A-SCH-24': [
    { allow: ['A-SCH-14', 'plain', 'gitte'], deny: ['A-SCH-14', 'barn of plain', 'gitte'] },
    {
      allow: ['A-SCH-19', 'mor of custody ended', 'gitte'],
      deny: ['A-SCH-19', 'far of custody ended', 'gitte'],
      lift: inWorld(({ world }) => ({ custody: world.custody.map((row) => ({ ...row, to: null })) })),
    },
    {
      allow: ['A-SCH-19', 'far of custody ended, of an evening', 'gitte'],
      deny: ['A-SCH-19', 'far of custody ended', 'gitte'],
      lift: inWorld(({ world }) => ({ custody: world.custody.map((row) => ({ ...row, to: null })) })),
    },
  ],
  'A-LST-01': [{ allow: referrals('pia', 'plain'), deny: referrals('rie', 'plain') }],
  'A-LST-02': [
    { allow: referrals('pia', 'plain'), deny: referrals('pia', 'withdrawn'), withheld: 'consent-withdrawn' },
  ],
  // both were accepted; that of one may not be known
  'A-LST-03': [
    { allow: ['A-REF-05', 'accepted', 'pia', 'plain'], deny: ['A-REF-05', 'accepted', 'pia', 'withdrawn'] },
    { allow: referrals('pia', 'withdrawn'), deny: ['A-REF-05', 'accepted', 'pia', 'withdrawn'] },
    // both children come of age within the days of notice; when, she may know of one
    {
      allow: ['A-FAM-19', 'all', 'hanne', 'of age soon'],
      deny: ['A-FAM-19', 'all', 'hanne', 'of age soon, no date told'],
      lift: bases(({ categories }) => ({ categories: [...categories, 'identity'] })),
    },
  ],
  'A-AZN-07': [
    { allow: ['A-AZN-02', 'plain for pia', 'pia'], deny: ['A-AZN-02', 'withdrawn for pia', 'pia'], says: 'no' },
  ],
};
