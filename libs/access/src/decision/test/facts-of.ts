import type { AccessFacts, OwnRelationFact, SectionFact } from '../access-facts.js';
import type { Relation } from '../relations.js';
import type { Unit, World } from './generated-world.js';

/** The facts of a generated world, gathered without SQL. */
export function factsOf(world: World, familyId: string): Omit<AccessFacts, 'programme' | 'sections' | 'own'> {
  const { actor, families, rows, bases, units, barred, members: held, clearances } = world;
  const members = families.find(({ id }) => id === familyId)!.members;
  const colleagues = new Set(
    held.filter((one) => one.unit === actor.unit && one.sub !== actor.sub).map(({ sub }) => sub),
  );
  const plain = <T extends { period: object }>({ period, ...rest }: T) => ({ ...rest, ...period });
  return {
    epoch: 0,
    familyId,
    members,
    relationRows: rows
      .filter((row) => row.familyId === familyId)
      .map((row) => ({ ...row, followedUp: isOver(world, familyId, row.programme) })),
    bases,
    atInstitution: units.some(({ code, institution }) => code === actor.unit && institution),
    sameArea: units.map(({ code }) => code).filter((code) => areaOf(units, code) === areaOf(units, actor.unit)),
    barring: [
      ...barred.filter(({ sub }) => sub === actor.sub),
      ...barred
        .filter(({ sub, kind }) => kind === 'own-person' && colleagues.has(sub))
        .map((row) => ({ ...row, kind: 'colleague' as const })),
    ].map(plain) as unknown as AccessFacts['barring'],
    clearances: clearances
      .filter((one) => one.sub === actor.sub && one.familyId === familyId)
      .map(plain) as unknown as AccessFacts['clearances'],
  };
}

/** A-REL-07: there was a course, and there is none. */
function isOver({ courses }: World, familyId: string, programme: string): boolean {
  const of = courses.filter((course) => course.familyId === familyId && course.programme === programme);
  return of.length > 0 && !of.some(({ ended }) => !ended);
}

/** docs/access.md 1.2: the unit itself, unless it is inside its parent's area. */
function areaOf(units: readonly Unit[], code: string): string {
  const unit = units.find((one) => one.code === code);
  return unit?.parent && unit.insideParent && !unit.outside ? areaOf(units, unit.parent) : code;
}

export function thingFacts(world: World, thing: World['things'][number]): AccessFacts {
  const { familyId, programme, persons, triageUnit, referringUnit, madeBy, madeIn } = thing;
  const owners = [triageUnit ?? referringUnit];
  const { unit, sub } = world.actor;
  const made = madeIn === unit && (sub === '' || madeBy === sub) ? [programme] : [];
  const seated = world.seats.some(
    (one) => one.familyId === familyId && one.programme === programme && one.unit === unit,
  );
  const own = ownOf(world, familyId, {
    triage: triageUnit === unit || triageUnit === null ? [programme] : [],
    sender: referringUnit === unit ? [programme] : [],
    group: seated ? [programme] : [],
    videographer: made,
    observer: made,
    lead: [programme],
  });
  const sections: SectionFact[] = [{ name: 'referral.outcome', of: null, person: null, persons, owners }];
  return { ...factsOf(world, familyId), programme, sections, own };
}

export function familyFacts(world: World, familyId: string): AccessFacts {
  const facts = factsOf(world, familyId);
  const { unit } = world.actor;
  const [things, seats] = [world.things, world.seats].map((all) => all.filter((one) => one.familyId === familyId));
  const of = (all: readonly { programme: string }[]) => all.map(({ programme }) => programme);
  const own = ownOf(world, familyId, {
    triage: of((things as World['things']).filter(({ triageUnit }) => triageUnit === unit || triageUnit === null)),
    sender: of((things as World['things']).filter(({ referringUnit }) => referringUnit === unit)),
    group: of((seats as World['seats']).filter((seat) => seat.unit === unit)),
    lead: of(things!),
  });
  const { owners, keepers } = world.families.find(({ id }) => id === familyId)!;
  const of1 = (person: string): SectionFact => ({
    name: 'family.identity',
    of: person,
    person,
    persons: [person],
    owners,
    keepers,
  });
  const structure: SectionFact = {
    name: 'family.structure',
    of: null,
    person: null,
    persons: facts.members,
    owners,
    keepers,
  };
  return { ...facts, programme: null, sections: [structure, ...facts.members.map((one) => of1(one!))], own };
}

function ownOf(world: World, familyId: string, programmes: Partial<Record<Relation, string[]>>): OwnRelationFact[] {
  const citizens = world.citizens.filter((one) => one.familyId === familyId && one.sub === world.actor.sub);
  return [
    ...Object.entries(programmes).map(([relation, of]) => ({ relation: relation as Relation, programmes: of })),
    ...citizens.map(({ relation }) => ({ relation: relation as Relation, programmes: null })),
  ];
}
