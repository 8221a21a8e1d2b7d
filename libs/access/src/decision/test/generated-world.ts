import fc from 'fast-check';
import type { RelationRowFact } from '../access-facts.js';
import type { Relation, RowKind } from '../relations.js';
import { basis, standing } from './generated-bases.js';
import {
  familyId,
  familyIds,
  functions,
  mostly,
  period,
  persons,
  programme,
  some,
  sub,
  unit,
  unitCodes,
  type Acting,
} from './vocabulary.js';

export interface Unit {
  readonly code: string;
  readonly parent: string | null;
  readonly insideParent: boolean;
  readonly outside: boolean;
  readonly institution: boolean;
}

/** Each unit's parent is one before it: a tree, as Keycloak's groups are. */
const tree: fc.Arbitrary<Unit[]> = fc.tuple(
  ...unitCodes.map((code, n) =>
    fc.record({
      code: fc.constant(code),
      parent: n === 0 ? fc.constant(null) : fc.constantFrom(...unitCodes.slice(0, n)),
      insideParent: fc.boolean(),
      outside: fc.nat(5).map((k) => k === 0),
      institution: fc.nat(2).map((k) => k === 0),
    }),
  ),
);

/** Of which kinds the rows are that relate somebody: as often as that the relations which they make come out both ways. */
function rowKinds({ function: name }: Acting): readonly RowKind[] {
  if (name === 'family-coordinator') return ['coordinator', 'team', 'team', 'contact', 'institution'];
  if (name === 'psychologist') return ['team', 'team', 'contact', 'contact', 'partner', 'institution'];
  return ['team', 'contact', 'contact', 'contact', 'partner', 'institution'];
}

const row = (acting: Acting): fc.Arbitrary<RelationRowFact & { familyId: string }> =>
  fc
    .record({
      familyId,
      kind: fc.constantFrom(...rowKinds(acting)),
      programme,
      sub: mostly(acting.sub, 'nobody'),
      unit: mostly(acting.unit, 'clinic'),
      function: mostly<string>(acting.function, 'teacher'),
      period,
    })
    .map(({ period: { from, to }, ...rest }) => ({
      ...rest,
      from,
      to,
      sub: rest.kind === 'partner' || rest.kind === 'institution' ? null : rest.sub,
      function: rest.kind === 'institution' ? null : rest.function,
    }));

const thing = (acting: Acting) =>
  fc.record({
    familyId,
    programme,
    referringUnit: unit,
    triageUnit: fc.option(unit, { freq: 4 }),
    /** Who offered or filmed it, in which unit */
    madeBy: mostly<string | null>(acting.sub, 'nobody', null),
    madeIn: mostly(acting.unit, 'clinic'),
    /** Whom the section is about: some of the family, and now and then somebody without an id */
    persons: fc.array(mostly<string | null>(persons[0]!, ...persons.slice(1), null), { maxLength: 3 }),
  });

/** What a route declares; those without a purpose need no basis and have nothing to weigh. */
const declared = some<Relation>(
  'triage',
  'sender',
  'videographer',
  'group',
  'coordinator',
  'observer',
  'team',
  'contact',
  'follow-up',
  'partner',
  'institution',
  'lead',
  'own',
  'custody',
);

const citizen = fc.record({ familyId, sub, relation: fc.constantFrom('own', 'custody') });
const person = fc.constantFrom(...persons);

const worldOf = (acting: Acting) =>
  fc.record({
    actor: fc.constant(acting),
    relations: declared,
    units: tree,
    families: fc.tuple(
      ...familyIds.map((id) =>
        fc.record({
          id: fc.constant(id),
          members: some(...persons.slice(0, 3)),
          // carried by a unit, or kept by it since: its referral is open, or closed
          owners: mostly(['school'], []),
          keepers: fc.subarray(['school']),
        }),
      ),
    ),
    things: fc.array(thing(acting), { minLength: 4, maxLength: 8 }),
    /** Of an enrolment of a family, whether it has ended: another may go on, or have come anew */
    courses: fc.array(fc.record({ familyId, programme, ended: fc.nat(3).map((n) => n > 0) }), {
      minLength: 2,
      maxLength: 5,
    }),
    seats: fc.array(fc.record({ familyId, programme, unit: mostly(acting.unit, 'clinic') }), { maxLength: 4 }),
    citizens: fc.array(citizen, acting.kind === 'citizen' ? { minLength: 3, maxLength: 6 } : { maxLength: 0 }),
    rows: fc.array(row(acting), { minLength: 12, maxLength: 16, size: 'max' }),
    bases: fc.array(basis(acting), { minLength: 12, maxLength: 26, size: 'max' }),
    standing: fc.array(standing(acting), { maxLength: 2 }),
    barred: fc.array(fc.record({ sub, personId: person, kind: mostly('own-person', 'relative'), period }), {
      minLength: 2,
      maxLength: 4,
    }),
    members: fc.array(fc.record({ unit: fc.constant(acting.unit), sub }), { minLength: 1, maxLength: 3 }),
    clearances: fc.array(
      fc.record({
        sub,
        familyId,
        unit: fc.constant(acting.unit),
        function: mostly<string>(acting.function, 'nurse'),
        period,
      }),
      { maxLength: 2 },
    ),
  });

/** A small municipality and somebody in it who asks for things. */
export const world = fc
  .record({
    kind: fc.constantFrom<Acting['kind'][]>('person', 'person', 'person', 'citizen', 'function-in-unit'),
    sub,
    unit,
    function: fc.constantFrom(...(Object.keys(functions) as Acting['function'][])),
  })
  .chain(worldOf);

export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
