import type { Acting } from './asker.js';
import { codesOf, coversToday, withheldOrder } from './bases.js';
import { pageCeiling } from './page.js';
import { inOrder, purposeOf, type Hold } from './relations.js';
import type { Section } from './sections.js';
import { definitionInForce, within, type Basis, type Layer, type World } from './world.js';

export interface Shown {
  /** Undefined: shown. */
  readonly reason?: string;
  readonly rule: string;
  /** Shown on grounds only that can end before their stated end: A-LEA-02. */
  readonly revocable: boolean;
}

/** 1.2: the unit itself, or its parent's area. */
export function areaOf(world: World, code: string): string {
  const unit = world.units.find((each) => each.code === code);
  return unit?.insideParent && unit.parent ? areaOf(world, unit.parent) : code;
}

let ceiling: Readonly<Record<string, readonly string[]>> | undefined;
/** 2.1's last column: what a purpose can ever cover. */
const underCeiling = (category: string, purpose: string): boolean =>
  (ceiling ??= pageCeiling())[category]?.includes(purpose) ?? false;

const revocableKinds = new Set<Basis['kind']>(['consent', 'single-exchange']);

interface Tried {
  readonly shown: boolean;
  /** How far it got: the layer that failed. */
  readonly failed?: Layer;
  readonly reason?: string;
}

/** A-SEC-01: whether one relation allows the section, by itself. */
export function showSection(world: World, who: Acting, holds: readonly Hold[], section: Section): Shown {
  if (section.needsNoBasis) return { revocable: false, rule: 'A-SEC-01' };
  const citizen = holds.filter(({ relation }) => relation === 'own' || relation === 'custody');
  if (citizen.length > 0) return { revocable: !citizen.some(({ relation }) => relation === 'own'), rule: 'A-SEC-01' };
  const under = (lasting: boolean) => inOrder(holds).map((hold) => tryOne(world, who, hold, section, lasting));
  const tried = under(false);
  if (tried.some(({ shown }) => shown)) return { revocable: !under(true).some(({ shown }) => shown), rule: 'A-SEC-01' };
  const furthest = tried.find(({ failed }) => failed === 'disclosure') ?? tried[0];
  const rule = furthest?.failed === 'disclosure' ? 'A-SEC-03' : 'A-SEC-02';
  return { reason: furthest?.reason ?? 'no-basis', revocable: false, rule };
}

function tryOne(world: World, who: Acting, hold: Hold, section: Section, lasting: boolean): Tried {
  const purpose = purposeOf[hold.relation];
  if (!purpose || !underCeiling(section.category, purpose))
    return { shown: false, failed: 'processing', reason: 'no-basis' };
  const layer = (which: Layer): string | undefined => lacking(world, who, hold, purpose, section, which, lasting);
  const processing = layer('processing');
  if (processing) return { shown: false, failed: 'processing', reason: processing };
  if (!disclosed(world, who, hold, section)) return { shown: true };
  const disclosure = layer('disclosure');
  return disclosure ? { shown: false, failed: 'disclosure', reason: disclosure } : { shown: true };
}

/** The bases on which a hold shows a section: the standing one, or those recorded that cover somebody whom it is about. */
export function groundsOf(world: World, who: Acting, hold: Hold, section: Section): string[] {
  const purpose = purposeOf[hold.relation];
  if (section.needsNoBasis || !purpose) return [];
  const layers: Layer[] = disclosed(world, who, hold, section) ? ['processing', 'disclosure'] : ['processing'];
  return layers.flatMap((layer) => {
    if (stands(world, hold, purpose, section, layer)) return [`standing:${hold.programme}:${purpose}:${layer}`];
    return candidatesFor(world, who, hold, purpose, section, layer)
      .filter((basis) => section.persons.some((person) => coversToday(world, basis, person)))
      .map(({ id }) => id);
  });
}

/** A-SEC-03: whether the section leaves its owners' area. */
function disclosed(world: World, who: Acting, { relation }: Hold, { owners }: Section): boolean {
  if (relation === 'triage' || relation === 'link' || owners === 'every') return false;
  const area = areaOf(world, who.unit ?? '');
  return !owners.some((owner) => areaOf(world, owner) === area);
}

/** A-SEC-02 to 05: the reason why a layer is lacking for somebody, or undefined. */
function lacking(
  world: World,
  who: Acting,
  hold: Hold,
  purpose: string,
  section: Section,
  layer: Layer,
  lasting: boolean,
): string | undefined {
  if (stands(world, hold, purpose, section, layer)) return undefined;
  // a section about a family that names nobody: somebody not yet known is covered by standing bases only
  if (section.persons.length === 0 && section.name !== 'figure.row') return 'no-basis';
  const candidates = candidatesFor(world, who, hold, purpose, section, layer).filter(
    ({ kind }) => !(lasting && revocableKinds.has(kind)),
  );
  const lack = section.persons.filter((person) => !candidates.some((basis) => coversToday(world, basis, person)));
  if (lack.length === 0) return undefined;
  const codes = lack.flatMap((person) =>
    candidates.filter(({ persons }) => persons.includes(person)).flatMap((basis) => codesOf(world, basis, person)),
  );
  return withheldOrder.find((code) => codes.includes(code)) ?? 'no-basis';
}

const stands = (world: World, hold: Hold, purpose: string, section: Section, layer: Layer): boolean =>
  definitionInForce(world, hold.programme)?.purposes[purpose]?.standing?.some(
    (each) =>
      each.layer === layer &&
      each.relation === hold.relation &&
      each.categories.includes(section.category) &&
      within(world.today, { from: each.validFrom, to: each.validTo }),
  ) ?? false;

const candidatesFor = (
  world: World,
  who: Acting,
  hold: Hold,
  purpose: string,
  section: Section,
  layer: Layer,
): readonly Basis[] =>
  world.bases.filter(
    (basis) =>
      basis.layer === layer &&
      basis.purpose === purpose &&
      basis.programme === hold.programme &&
      basis.categories.includes(section.category) &&
      basis.toUnit === who.unit &&
      (layer === 'processing' || passesOn(section, basis.fromUnit)),
  );

/** A-SEC-03: an owner unit, or one that keeps the case. */
const passesOn = ({ owners, keepers = [] }: Section, unit: string): boolean =>
  owners === 'every' || owners.includes(unit) || keepers.includes(unit);
