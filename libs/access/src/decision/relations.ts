import { isCaseFunction } from '../actor/functions.js';

interface Traits {
  /** What looks by this relation are for; a relation without a purpose shows only what needs no basis */
  readonly purpose?: string;
  /** The only function that has the relation, where there is one; `case`: every case function (1.2) */
  readonly function?: string;
  /** It is a row of `relation_replica` that names this; any other follows from the service's own rows */
  readonly row?: 'person-in-function' | 'function-in-unit' | 'unit';
  /** Whose rows it is read from, where they are another's: those of `contact`, once the course is over */
  readonly rowsOf?: string;
  /** It holds only until the family is followed up in the row's programme, or only since (A-REL-07) */
  readonly followUp?: 'before' | 'since';
  /** At an institution it holds only while a child of the family attends it (A-REL-05) */
  readonly ofOwnChildren?: true;
  /** It lasts while one of these ties its holder to the family as well (A-REL-06): the thing alone ties nobody */
  readonly beside?: readonly string[];
  /** Looks by it need no disclosure between disclosure areas (A-SEC-03) */
  readonly undisclosed?: true;
  /** It shows without a basis (A-SEC-01); `revocable` where it can end before its stated end */
  readonly shows?: 'firmly' | 'revocably';
}

/** By which somebody is in the family's course, and does there what the thing comes of. */
const inCourse = ['group', 'coordinator', 'team', 'contact'] as const;

/** The relations of docs/access.md 1.3 in the order in which they are tried. */
export const relations = {
  triage: { purpose: 'triage', function: 'triager', undisclosed: true },
  sender: { purpose: 'outcome-to-sender' },
  videographer: { purpose: 'video', function: 'case', beside: inCourse },
  group: { purpose: 'course', function: 'group-leader' },
  coordinator: { purpose: 'coordination', function: 'family-coordinator', row: 'person-in-function' },
  observer: { purpose: 'observation', function: 'psychologist', beside: inCourse },
  team: { purpose: 'coordination', row: 'person-in-function', ofOwnChildren: true },
  contact: { purpose: 'contact-support', row: 'person-in-function', ofOwnChildren: true, followUp: 'before' },
  'follow-up': {
    purpose: 'follow-up',
    row: 'person-in-function',
    rowsOf: 'contact',
    ofOwnChildren: true,
    followUp: 'since',
  },
  partner: { purpose: 'cooperation', row: 'function-in-unit', ofOwnChildren: true },
  institution: { purpose: 'cooperation', function: 'case', row: 'unit' },
  lead: { purpose: 'programme-management', function: 'programme-lead' },
  register: {},
  planner: {},
  employed: {},
  link: { purpose: 'calendar-feed', undisclosed: true },
  own: { purpose: 'own-insight', shows: 'firmly' },
  custody: { purpose: 'own-insight', shows: 'revocably' },
} as const satisfies Record<string, Traits>;

export type Relation = keyof typeof relations;
/** Relations that are read from rows of family-plan's, of which every other service has copies. */
export type RowRelation = { [R in Relation]: (typeof relations)[R] extends { row: string } ? R : never }[Relation];
/** The kinds of those rows. */
export type RowKind = { [R in RowRelation]: (typeof relations)[R] extends { rowsOf: string } ? never : R }[RowRelation];

export const traitsOf = (relation: Relation): Traits => relations[relation];
export const isRow = (relation: Relation): relation is RowRelation => traitsOf(relation).row !== undefined;
export const kindOf = (relation: RowRelation): RowKind => (traitsOf(relation).rowsOf ?? relation) as RowKind;

/** The relations of which one must hold as well; undefined: it holds by itself. */
export const besidesOf = (relation: Relation): readonly Relation[] | undefined =>
  traitsOf(relation).beside as readonly Relation[] | undefined;

const order = Object.keys(relations) as Relation[];

/** Those of a route's relations that somebody in this function may have, in the order in which they are tried. */
export function triedBy(name: string | undefined, declared: readonly Relation[]): Relation[] {
  return order.filter((relation) => {
    const { function: wanted } = traitsOf(relation);
    const has =
      wanted === 'case' ? name !== undefined && isCaseFunction(name) : wanted === undefined || wanted === name;
    return declared.includes(relation) && has;
  });
}
