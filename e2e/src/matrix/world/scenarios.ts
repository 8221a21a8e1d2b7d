/** What is particular about a family: everything else of it is as the plain one's. */
export interface Scenario {
  readonly name: string;
  /** How far its referral comes. */
  readonly until: 'received' | 'triage' | 'declined' | 'accepted';
  readonly triager?: 'vibeke' | 'viggo';
  readonly childBorn?: string;
  /** The bases that let the sender hear the outcome, and the partner see the family. */
  readonly bases: 'none' | 'given' | Partial<Given>;
  /** Rows that make people belong to it. */
  readonly rows: 'none' | 'in force' | 'ended';
  /** Whose own person, or relative, the family's members are. */
  readonly employees?: readonly {
    readonly who: string;
    readonly kind: 'own-person' | 'relative';
    readonly member: string;
  }[];
  readonly cleared?: readonly string[];
  /** Its course is over when the world is asked: its referral was closed. */
  readonly closed?: true;
  /** So long ago that its prospective family is erased on the day that the world is made. */
  readonly long?: 'ago';
  /** Whose child it has: by a second referral, that tells of others who hold custody. */
  readonly again?: string;
  /** Whose custody of the child ends on the day that the world is asked on. */
  readonly custodyEnds?: string;
  /** On which other day. */
  readonly custodyEndsOn?: string;
  /** Whether the child attends the institutions that its rows name: absent, as long as the rows are in force. */
  readonly attends?: 'before' | 'never';
  /** What the child's health visitor is let know, in another area. */
  readonly team?: readonly string[];
  /** Whom another unit, which has nothing to do with the others of the family, is let know of. */
  readonly alone?: string;
  /** What its contact pedagogue is, by two layers of which each is a consent of its own. */
  readonly contact?: readonly ('disclosure' | 'processing' | 'processing, taken back')[];
  /** What is let known of it for the follow-up is another than what was for the course, by the group's unit. */
  readonly followedUp?: true;
  /** Who stays away from each of some sessions; mother and child from one, where nothing is said. */
  readonly absences?: readonly (readonly string[])[];
  /** How many registrations each writer fills in, with how many points, of which how many in all become goals; one of each. */
  readonly plan?: { readonly registrations: number; readonly points: number; readonly goals: number };
}

export interface Given {
  readonly kind: 'consent' | 'statute' | 'single-exchange';
  readonly persons: readonly string[];
  readonly givers: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  /** Afterwards: who takes it back, that it is ended, that its meeting is held. */
  readonly became: { readonly takenBack: string } | 'ended' | 'used up';
}

/** The day the world is made on, and the next one, on which it is asked. */
export const madeOn = '2026-10-05';
export const askedOn = '2026-10-06';
/** Longer ago than a family is kept that came to nothing. */
export const longAgo = '2026-02-02';

const plain = { until: 'accepted', bases: 'given', rows: 'in force' } as const;

/** In triage, with rows and nothing else. */
const beside = { until: 'triage', bases: 'none', rows: 'in force' } as const;
/** Old enough to be asked beside the parents; the days of notice before majority end on the first of two birthdays. */
const ofAge = { until: 'triage', bases: { givers: ['mor', 'far', 'barn'] }, rows: 'in force' } as const;

export const scenarios: readonly Scenario[] = [
  { name: 'plain', ...plain, contact: ['disclosure', 'processing'] },
  { name: 'own record', ...plain, employees: own('own-person'), cleared: ['vibeke'] },
  {
    name: 'relative',
    ...plain,
    employees: [...own('relative'), { who: 'anders', kind: 'relative', member: 'far' }],
    cleared: ['vibeke'],
  },
  {
    name: 'colleague',
    ...plain,
    employees: [
      { who: 'søs', kind: 'own-person', member: 'mor' },
      { who: 'sus', kind: 'own-person', member: 'far' },
      { who: 'sif', kind: 'own-person', member: 'barn' },
    ],
    cleared: ['vibeke'],
  },
  {
    name: 'withdrawn',
    ...plain,
    bases: { became: { takenBack: 'mor' } },
    contact: ['disclosure', 'processing, taken back'],
  },
  { name: 'used up', ...plain, bases: { kind: 'single-exchange', became: 'used up' } },
  { name: 'expired', ...plain, bases: { validTo: askedOn } },
  { name: 'not yet valid', ...plain, bases: { validFrom: '2026-10-07' } },
  { name: 'incomplete', ...plain, bases: { givers: ['mor'] }, custodyEnds: 'far', alone: 'mor' },
  { name: 'withdrawn and expired', ...plain, bases: { became: { takenBack: 'mor' }, validTo: askedOn } },
  { name: 'of one parent too few', ...plain, bases: { persons: ['mor', 'barn'] }, contact: ['disclosure'] },
  {
    name: 'own voice',
    ...plain,
    childBorn: '2011-01-05',
    employees: [{ who: 'anders', kind: 'relative', member: 'far' }],
  },
  { name: 'ended', ...plain, bases: { kind: 'statute', became: 'ended' } },
  // so soon that it is time to renew it
  { name: 'statute', ...plain, bases: { kind: 'statute', validTo: '2026-10-20' } },
  { name: 'no basis', ...plain, bases: 'none' },
  { name: 'rows ended', ...plain, rows: 'ended' },
  // both let it be known; the calendar of one has the child's sessions no more
  { name: 'custody ended', ...plain, custodyEnds: 'far' },
  { name: 'another triage unit', until: 'accepted', triager: 'viggo', bases: 'none', rows: 'none' },
  { name: 'closed', ...plain, contact: ['disclosure', 'processing'], closed: true, followedUp: true },
  { name: 'in triage', until: 'triage', bases: 'none', rows: 'none' },
  { name: 'not attended', ...plain, attends: 'never' },
  { name: 'attended before', ...beside, attends: 'before' },
  { name: 'of age soon', ...ofAge, childBorn: '2009-04-07', team: ['family-structure', 'custody', 'identity'] },
  { name: 'of age soon, no date told', ...ofAge, childBorn: '2009-04-07', team: ['family-structure', 'custody'] },
  { name: 'of age later', ...ofAge, childBorn: '2009-04-08', team: ['family-structure', 'custody', 'identity'] },
  {
    name: 'custody ends before majority',
    ...ofAge,
    childBorn: '2009-04-07',
    team: ['family-structure', 'custody'],
    custodyEnds: 'far',
    custodyEndsOn: '2027-03-01',
  },
  { name: 'custody ends soon', ...beside, custodyEnds: 'far', custodyEndsOn: '2027-04-07' },
  { name: 'custody ends later', ...beside, custodyEnds: 'far', custodyEndsOn: '2027-04-08' },
  {
    name: 'officer’s own',
    ...beside,
    custodyEnds: 'far',
    employees: [
      { who: 'daniel', kind: 'own-person', member: 'mor' },
      { who: 'frida', kind: 'relative', member: 'far' },
      { who: 'sus', kind: 'own-person', member: 'barn' },
    ],
  },
  { name: 'declined', until: 'declined', bases: 'none', rows: 'none' },
  { name: 'received', until: 'received', bases: 'none', rows: 'none' },
  { name: 'told again', ...beside, again: 'in triage' },
  { name: 'erased', until: 'declined', bases: 'none', rows: 'none', long: 'ago' },
];

/** Each of these in turn would reach the family. */
function own(kind: 'own-person' | 'relative') {
  const members = ['mor', 'far', 'barn'];
  return ['pia', 'vibeke', 'gitte', 'frida', 'lone', 'trine', 'petra'].map((who, index) => ({
    who,
    kind,
    member: members[index % 3] ?? 'mor',
  }));
}
