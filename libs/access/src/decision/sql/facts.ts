import { isRow, traitsOf } from '../relations.js';
import { withOuter, type SectionName } from '../sections.js';
import { appliedEpoch } from './applied-epoch.js';
import { clearancesOf, colleaguesOf } from './barred.js';
import type { Pieces } from './pieces.js';
import { programmesOf } from './related.js';
import { sameArea } from './same-area.js';
import { everyUnit } from './thing-in-sql.js';

/** `jsonb` of `AccessFacts`: what `decide` needs of one thing, in the statement that reads the thing. */
export function facts(pieces: Pieces): string {
  const { family, programme = 'NULL', members } = pieces.thing;
  return `jsonb_build_object(
    'epoch', ${appliedEpoch(pieces)},
    'familyId', ${family}, 'programme', ${programme}, 'members', to_jsonb(coalesce(${members}, '{}')),
    'sections', ${sections(pieces)}, 'own', ${own(pieces)}, 'relationRows', ${relationRows(pieces)},
    'bases', ${bases(pieces)}, 'sameArea', to_jsonb(${sameArea(pieces)}), 'barring', ${barring(pieces)},
    'clearances', ${list(
      `'unit', access_row.unit, 'function', access_row.function, ${period}`,
      `${clearancesOf(pieces)}
      AND access_row.family_id = ${family}`,
    )})`;
}

const list = (fields: string, from: string): string =>
  `coalesce((SELECT jsonb_agg(jsonb_build_object(${fields})) ${from}), '[]')`;
const period = `'from', access_row.from_date, 'to', access_row.to_date`;

function sections(pieces: Pieces): string {
  const section = (name: SectionName): string => {
    const of = pieces.section(name);
    const owners = of.owners === everyUnit ? `'every'` : `coalesce(${of.owners}, '{}')`;
    const fields = (id: string, person: string, persons: string): string =>
      `'name', '${name}', 'of', ${id}, 'person', ${person}, 'persons', coalesce(${persons}, '{}'), 'owners', ${owners}`;
    if ('persons' in of) return `jsonb_build_array(jsonb_build_object(${fields('NULL', 'NULL', of.persons)}))`;
    return list(fields('access_each.id', 'access_each.person', 'access_each.persons'), `FROM (${of.each}) access_each`);
  };
  return [`'[]'::jsonb`, ...withOuter(pieces.question.sections).map(section)].join(' || ');
}

function own(pieces: Pieces): string {
  const { programme } = pieces.thing;
  const each = pieces.tried
    .filter((relation) => !isRow(relation))
    .map((relation) => {
      const { holds, programmes } = pieces.own(relation);
      const of = programme === undefined ? programmes && programmesOf(pieces, relation) : `ARRAY[${programme}]`;
      return `CASE WHEN ${holds} THEN jsonb_build_array(jsonb_build_object('relation', '${relation}', 'programmes', ${of ?? 'NULL'}))
        ELSE '[]' END`;
    });
  return [`'[]'::jsonb`, ...each].join(' || ');
}

function relationRows(pieces: Pieces): string {
  const kinds = pieces.value(pieces.tried.filter(isRow), 'text[]');
  return list(
    `'kind', access_row.kind, 'programme', access_row.programme, 'sub', access_row.sub, 'unit', access_row.unit,
     'function', access_row.function, ${period}`,
    `FROM helhed.relation_replica access_row WHERE access_row.family_id = ${pieces.thing.family}
       AND access_row.unit = ${pieces.me.unit} AND access_row.kind = ANY (${kinds})`,
  );
}

/** By person, and not by family: a basis covers whom it names, also after families were merged (A-BAS-11). */
function bases(pieces: Pieces): string {
  const purposes = pieces.value(
    pieces.tried.flatMap((relation) => traitsOf(relation).purpose ?? []),
    'text[]',
  );
  return list(
    `'id', access_basis.id, 'programme', access_basis.programme, 'kind', access_basis.kind, 'layer', access_basis.layer,
     'purpose', access_basis.purpose, 'categories', access_basis.categories, 'fromUnit', access_basis.from_unit,
     'toUnit', access_basis.to_unit, 'ended', access_basis.ended, 'from', access_basis.valid_from, 'to', access_basis.valid_to,
     'coverage', access_cover.lines`,
    `FROM (SELECT access_row.basis_id, jsonb_agg(jsonb_build_object('personId', access_row.person_id,
         'state', access_row.state, ${period})) AS lines
       FROM helhed.basis_person access_row
       WHERE access_row.person_id = ANY (${pieces.thing.persons ?? pieces.thing.members}) GROUP BY access_row.basis_id
     ) access_cover JOIN helhed.basis_replica access_basis ON access_basis.id = access_cover.basis_id
     WHERE access_basis.to_unit = ${pieces.me.unit} AND access_basis.purpose = ANY (${purposes})`,
  );
}

function barring(pieces: Pieces): string {
  const among = `access_row.person_id = ANY (${pieces.thing.members})`;
  const fields = (kind: string): string => `'personId', access_row.person_id, 'kind', ${kind}, ${period}`;
  const closest = `FROM helhed.barred_person access_row WHERE access_row.sub = ${pieces.me.sub} AND ${among}`;
  return `${list(fields('access_row.kind'), closest)} ||
    ${list(fields(`'colleague'`), `${colleaguesOf(pieces)} AND ${among}`)}`;
}
