import type { Text } from '@helhed/kernel';

interface Purpose {
  readonly text: Text;
  /** Whose looks have the purpose: docs/access.md, 1.3. */
  readonly relations: readonly string[];
  /** Nobody has its relations any more while the family is followed up: its course in the programme is over (A-REL-07). */
  readonly untilFollowUp?: true;
}

/** What a legal basis can be for. `own-insight` needs none, so it is not among them. */
export const purposes = {
  triage: { text: { da: 'visitation', en: 'triage' }, relations: ['triage'] },
  'outcome-to-sender': { text: { da: 'svar til afsender', en: 'outcome to the sender' }, relations: ['sender'] },
  course: { text: { da: 'forløb', en: 'the course' }, relations: ['group'], untilFollowUp: true },
  coordination: { text: { da: 'koordinering', en: 'coordination' }, relations: ['coordinator', 'team'] },
  'contact-support': {
    text: { da: 'kontaktpædagogens støtte', en: 'the contact pedagogue’s support' },
    relations: ['contact'],
    untilFollowUp: true,
  },
  'follow-up': {
    text: { da: 'opfølgning efter forløbet', en: 'follow-up after the course' },
    relations: ['follow-up'],
  },
  cooperation: {
    text: { da: 'samarbejde om familien', en: 'cooperation about the family' },
    relations: ['partner', 'institution'],
  },
  observation: {
    text: { da: 'observation af samspillet (MIM)', en: 'observing the interaction (MIM)' },
    relations: ['observer'],
  },
  video: { text: { da: 'video som arbejdsredskab', en: 'video as a working tool' }, relations: ['videographer'] },
  'programme-management': { text: { da: 'ledelse af indsatsen', en: 'running the programme' }, relations: ['lead'] },
  'calendar-feed': { text: { da: 'kalenderabonnement', en: 'calendar subscription' }, relations: ['link'] },
} as const satisfies Record<string, Purpose>;

export type PurposeCode = keyof typeof purposes;
export const purposeCodes = Object.keys(purposes) as [PurposeCode, ...PurposeCode[]];

const of = (code: PurposeCode): Purpose => purposes[code];
export const purposesUntilFollowUp = purposeCodes.filter((code) => of(code).untilFollowUp);

/** The relations that rest on bases; those that need none (`register`, `planner`, `employed`, `own`, `custody`) are not here. */
export type BasedRelation = (typeof purposes)[PurposeCode]['relations'][number];
export const basedRelations = purposeCodes.flatMap((code): readonly BasedRelation[] => purposes[code].relations) as [
  BasedRelation,
  ...BasedRelation[],
];

export const purposeOf = (relation: BasedRelation): PurposeCode =>
  purposeCodes.find((code) => (purposes[code].relations as readonly string[]).includes(relation))!;
