import { isRow, traitsOf, type Relation } from '../relations.js';
import { categoryOf, needsNoBasis, outerOf, type SectionName } from '../sections.js';
import { standingProgrammes } from '../standing-bases.js';
import type { Layer } from '../weigh-layer.js';
import type { Pieces } from './pieces.js';
import { holdsTo, programmesOf } from './related.js';
import { sameArea } from './same-area.js';
import { everyUnit } from './thing-in-sql.js';

/** What may be rested on: everything, or only what cannot end before its stated end. */
export type Grounds = 'all' | 'firm';

/**
 * Step 9 for one section of the thing: a condition. `persons` narrows it to one member, child or household of several.
 */
export function shown(pieces: Pieces, name: SectionName, grounds: Grounds, persons?: string): string {
  const outer = outerOf(name);
  const itself = pieces.tried.map((relation) => under(pieces, { name, grounds, persons }, relation));
  const one = `(${itself.length === 0 ? 'false' : itself.join(' OR ')})`;
  return outer === undefined ? one : `(${one} AND ${shown(pieces, outer, grounds)})`;
}

/**
 * Step 9 of everything in a programme alike: a condition on the thing's programme alone. Only by relations that hold to
 * everything, of a section that stands in no other and is disclosed to nobody.
 */
export function standing(pieces: Pieces, name: SectionName): string {
  const { programme } = pieces.thing;
  if (programme === undefined || outerOf(name) !== undefined || needsNoBasis(name)) return 'false';
  const arms = pieces.tried
    .filter((relation) => !isRow(relation) && pieces.own(relation).holds === 'true')
    .filter((relation) => traitsOf(relation).shows === undefined && traitsOf(relation).purpose !== undefined)
    .filter((relation) => traitsOf(relation).undisclosed === true || pieces.section(name).owners === everyUnit)
    .flatMap((relation) => standingProgrammes(pieces.question, relation, name, 'processing'));
  return arms.length === 0 ? 'false' : `${programme} = ANY (${pieces.value(arms, 'text[]')})`;
}

interface Wanted {
  readonly name: SectionName;
  readonly grounds: Grounds;
  readonly persons?: string | undefined;
}

function under(pieces: Pieces, wanted: Wanted, relation: Relation): string {
  const { shows, purpose } = traitsOf(relation);
  if (shows !== undefined || needsNoBasis(wanted.name))
    return wanted.grounds === 'firm' && shows === 'revocably' ? 'false' : holdsTo(pieces, relation);
  if (purpose === undefined) return 'false';
  const { programme } = pieces.thing;
  if (programme !== undefined)
    return `(${holdsTo(pieces, relation)} AND ${rests(pieces, wanted, relation, programme)})`;
  return `EXISTS (SELECT FROM unnest(${programmesOf(pieces, relation)}) AS access_programme(code)
    WHERE ${rests(pieces, wanted, relation, 'access_programme.code')})`;
}

/** A-SEC-02 to 04 under one relation in one programme. */
function rests(pieces: Pieces, wanted: Wanted, relation: Relation, programme: string): string {
  const { owners } = pieces.section(wanted.name);
  const processing = layer(pieces, wanted, relation, programme, 'processing');
  if (traitsOf(relation).undisclosed === true || owners === everyUnit) return processing;
  const disclosure = layer(pieces, wanted, relation, programme, 'disclosure');
  return `(${processing} AND (coalesce(${owners}, '{}') && ${sameArea(pieces)} OR ${disclosure}))`;
}

function layer(pieces: Pieces, wanted: Wanted, relation: Relation, programme: string, of: Layer): string {
  const standing = standingProgrammes(pieces.question, relation, wanted.name, of);
  const stands = standing.length === 0 ? '' : `${programme} = ANY (${pieces.value(standing, 'text[]')}) OR `;
  return `(${stands}NOT EXISTS (SELECT FROM unnest(${concerned(pieces, wanted)}) AS access_person(id)
    WHERE NOT ${covered(pieces, wanted, relation, programme, of)}))`;
}

function concerned(pieces: Pieces, { name, persons }: Wanted): string {
  const section = pieces.section(name);
  const whom = persons ?? ('persons' in section ? section.persons : undefined);
  if (whom === undefined) throw new Error(`${name} is one of several: say whose`);
  return `CASE WHEN cardinality(${whom}) > 0 OR ${pieces.thing.family} IS NULL THEN ${whom} ELSE '{NULL}'::uuid[] END`;
}

function covered(pieces: Pieces, wanted: Wanted, relation: Relation, programme: string, of: Layer): string {
  const { owners, keepers = `'{}'::text[]` } = pieces.section(wanted.name);
  const from = of === 'disclosure' ? `AND access_basis.from_unit = ANY (${owners} || ${keepers})` : '';
  const firm = wanted.grounds === 'firm' ? `AND access_basis.kind IN ('statute', 'vital-interest')` : '';
  return `EXISTS (SELECT FROM helhed.basis_person access_cover
    JOIN helhed.basis_replica access_basis ON access_basis.id = access_cover.basis_id
    WHERE access_cover.person_id = access_person.id AND access_cover.state = 'covered' AND ${pieces.holds('access_cover')}
      AND access_basis.to_unit = ${pieces.me.unit} AND access_basis.programme = ${programme}
      AND access_basis.layer = '${of}' AND access_basis.purpose = '${traitsOf(relation).purpose}'
      AND '${categoryOf(wanted.name)}' = ANY (access_basis.categories) AND access_basis.ended IS NULL
      AND ${pieces.holds('access_basis', 'valid_from', 'valid_to')} ${from} ${firm})`;
}
