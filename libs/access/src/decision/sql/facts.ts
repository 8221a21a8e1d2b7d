import { isRow, kindOf, traitsOf } from '../relations.js';
import { withOuter, type SectionName } from '../sections.js';
import { appliedEpoch } from './applied-epoch.js';
import { atInstitution } from './at-institution.js';
import { clearancesOf, colleaguesOf } from './barred.js';
import { isFollowedUp } from './followed-up.js';
import type { Pieces } from './pieces.js';
import { programmesOf } from './related.js';
import { sameArea } from './same-area.js';
import { everyUnit } from './thing-in-sql.js';

/** SQL arrays of what the facts of one thing, or of all items of a page, are found by. */
export interface About {
  readonly families: string;
  readonly members: string;
  readonly persons: string;
}

/** `json` of `AccessFacts`: what `decide` needs of one thing, in the statement that reads the thing. */
export function facts(pieces: Pieces): string {
  const { family, members, persons = members } = pieces.thing;
  const about = { families: `ARRAY[${family}]`, members, persons };
  return `json_build_object(${thingFacts(pieces)}, ${factsAround(pieces, about)})`;
}

/** The fields of `AccessFacts` that the thing's own row says. */
export function thingFacts(pieces: Pieces): string {
  const { family, programme = 'NULL', members } = pieces.thing;
  return `'epoch', ${appliedEpoch(pieces)},
    'familyId', ${family}, 'programme', ${programme}, 'members', coalesce(${members}, '{}'),
    'sections', ${sections(pieces)}, 'own', ${own(pieces)}`;
}

/** The other fields: of families and persons, whichever things they are found for. */
export function factsAround(pieces: Pieces, about: About): string {
  const cleared = `${clearancesOf(pieces)} AND access_row.family_id = ANY (${about.families})`;
  return `'relationRows', ${relationRows(pieces, about)}, 'bases', ${bases(pieces, about)},
    'sameArea', ${sameArea(pieces)}, 'atInstitution', ${atInstitution(pieces)}, 'barring', ${barring(pieces, about)},
    'clearances', ${list(`${familyId}, 'unit', access_row.unit, 'function', access_row.function, ${period}`, cleared)}`;
}

const list = (fields: string, from: string): string =>
  `coalesce((SELECT json_agg(json_build_object(${fields})) ${from}), '[]')`;
const period = `'from', access_row.from_date, 'to', access_row.to_date`;
const familyId = `'familyId', access_row.family_id`;

function sections(pieces: Pieces): string {
  const section = (name: SectionName): string => {
    const of = pieces.section(name);
    const owners = of.owners === everyUnit ? `'every'` : `coalesce(${of.owners}, '{}')`;
    const keepers = of.keepers === undefined ? '' : `, 'keepers', ${of.keepers}`;
    const fields = (id: string, person: string, persons: string): string =>
      `'name', '${name}', 'of', ${id}, 'person', ${person}, 'persons', coalesce(${persons}, '{}'), 'owners', ${owners}${keepers}`;
    if ('persons' in of) return `jsonb_build_array(jsonb_build_object(${fields('NULL', 'NULL', of.persons)}))`;
    const each = fields('access_each.id', 'access_each.person', 'access_each.persons');
    return `coalesce((SELECT jsonb_agg(jsonb_build_object(${each})) FROM (${of.each}) access_each), '[]')`;
  };
  return [`'[]'::jsonb`, ...withOuter(pieces.question.sections).map(section)].join(' || ');
}

function own(pieces: Pieces): string {
  const { programme } = pieces.thing;
  const each = pieces.known
    .filter((relation) => !isRow(relation))
    .map((relation) => {
      const { holds, programmes } = pieces.own(relation);
      const of = programme === undefined ? programmes && programmesOf(pieces, relation) : `ARRAY[${programme}]`;
      return `CASE WHEN ${holds} THEN jsonb_build_array(jsonb_build_object('relation', '${relation}', 'programmes', ${of ?? 'NULL'}))
        ELSE '[]' END`;
    });
  return [`'[]'::jsonb`, ...each].join(' || ');
}

function relationRows(pieces: Pieces, { families }: About): string {
  const relations = pieces.known.filter(isRow);
  const rows = relations.map(kindOf);
  const asks = relations.some((relation) => traitsOf(relation).followUp !== undefined);
  // an institution's own rows say whether the others hold, also where they let nobody reach
  const kinds = pieces.value(rows.length > 0 ? [...new Set([...rows, 'institution'])] : [], 'text[]');
  return list(
    `${familyId}, 'kind', access_row.kind, 'programme', access_row.programme, 'sub', access_row.sub, 'unit', access_row.unit,
     'function', access_row.function, ${period}${asks ? `, 'followedUp', ${isFollowedUp('access_row')}` : ''}`,
    `FROM helhed.relation_replica access_row WHERE access_row.family_id = ANY (${families})
       AND access_row.unit = ${pieces.me.unit} AND access_row.kind = ANY (${kinds})`,
  );
}

/** By person, and not by family: a basis covers whom it names, also after families were merged (A-BAS-11). */
function bases(pieces: Pieces, { persons }: About): string {
  const purposes = pieces.value(
    pieces.tried.flatMap((relation) => traitsOf(relation).purpose ?? []),
    'text[]',
  );
  return list(
    `'id', access_basis.id, 'programme', access_basis.programme, 'kind', access_basis.kind, 'layer', access_basis.layer,
     'purpose', access_basis.purpose, 'categories', access_basis.categories, 'fromUnit', access_basis.from_unit,
     'toUnit', access_basis.to_unit, 'ended', access_basis.ended, 'from', access_basis.valid_from, 'to', access_basis.valid_to,
     'coverage', access_cover.lines`,
    `FROM (SELECT access_row.basis_id, json_agg(json_build_object('personId', access_row.person_id,
         'state', access_row.state, ${period})) AS lines
       FROM helhed.basis_person access_row
       WHERE access_row.person_id = ANY (${persons}) GROUP BY access_row.basis_id
     ) access_cover JOIN helhed.basis_replica access_basis ON access_basis.id = access_cover.basis_id
     WHERE access_basis.to_unit = ${pieces.me.unit} AND access_basis.purpose = ANY (${purposes})`,
  );
}

function barring(pieces: Pieces, { members }: About): string {
  const among = `access_row.person_id = ANY (${members})`;
  const fields = `access_row.person_id, access_row.from_date, access_row.to_date`;
  return list(
    `'personId', access_row.person_id, 'kind', access_row.kind, ${period}`,
    `FROM (SELECT ${fields}, access_row.kind FROM helhed.barred_person access_row
         WHERE access_row.sub = ${pieces.me.sub} AND ${among}
       UNION ALL SELECT ${fields}, 'colleague' ${colleaguesOf(pieces)} AND ${among}) access_row`,
  );
}
