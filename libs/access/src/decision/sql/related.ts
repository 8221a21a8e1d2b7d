import { oversight } from '../../actor/functions.js';
import { besidesOf, isRow, kindOf, traitsOf, type Relation, type RowRelation } from '../relations.js';
import { atInstitution } from './at-institution.js';
import { isFollowedUp } from './followed-up.js';
import type { Pieces } from './pieces.js';

/** Step 6: at least one relation holds. Each has a part that an index can find things by. */
export function related(pieces: Pieces): string {
  const { tried, thing } = pieces;
  const arms = tried.map((relation) => {
    if (isRow(relation)) return rowsReach(pieces, relation);
    const { holds, programmes } = pieces.own(relation);
    const some = thing.programme === undefined && programmes !== undefined ? ` AND cardinality(${programmes}) > 0` : '';
    return `((${holds})${some}${lasts(pieces, relation)})`;
  });
  return arms.length === 0 ? 'false' : `(${arms.join(' OR ')})`;
}

/** Step 6 of whoever is asked for, of a thing that is found already: some relation that the function may have holds to it. */
export function relatedEach(pieces: Pieces): string {
  const arms = pieces.tried.map(
    (relation) => `(${[...mayHave(pieces, relation), holdsTo(pieces, relation)].join(' AND ')})`,
  );
  return arms.length === 0 ? 'false' : `(${arms.join(' OR ')})`;
}

/** What `triedBy` says, as conditions. */
function mayHave({ me }: Pieces, relation: Relation): string[] {
  const { function: wanted } = traitsOf(relation);
  if (wanted === undefined) return [];
  const oversees = `(${oversight.map((name) => `'${name}'`).join(', ')})`;
  return [wanted === 'case' ? `${me.function} NOT IN ${oversees}` : `${me.function} = '${wanted}'`];
}

/** Whether the relation holds to a thing that is found already: of the thing's programme, where it has one. */
export const holdsTo = (pieces: Pieces, relation: Relation): string =>
  isRow(relation) ? hasRow(pieces, relation) : `((${pieces.own(relation).holds})${lasts(pieces, relation)})`;

/** A-REL-06: the thing alone ties nobody to its family. */
function lasts(pieces: Pieces, relation: Relation): string {
  const besides = besidesOf(relation);
  if (!besides) return '';
  if (pieces.thing.programme === undefined) throw new Error(`${relation} is to a thing of one programme`);
  const each = besides.map((one) => `(${[...mayHave(pieces, one), holdsTo(pieces, one)].join(' AND ')})`);
  return ` AND (${each.join(' OR ')})`;
}

/** `text[]` of the programmes through which a relation to a family holds. */
export function programmesOf(pieces: Pieces, relation: Relation): string {
  if (!isRow(relation)) {
    const { holds, programmes } = pieces.own(relation);
    return programmes === undefined ? `'{}'::text[]` : `CASE WHEN ${holds} THEN ${programmes} ELSE '{}' END`;
  }
  return `ARRAY(SELECT access_row.programme FROM helhed.relation_replica access_row
    WHERE access_row.family_id = ${pieces.thing.family} AND ${mine(pieces, relation)})`;
}

// The families first, as an array known before the statement looks for things: an index finds them even under OR. Then which
// of the programme, by one set for all.
const rowsReach = (pieces: Pieces, relation: RowRelation): string => {
  const { family, programme } = pieces.thing;
  const rows = `FROM helhed.relation_replica access_row WHERE ${mine(pieces, relation)}`;
  const reached = `${family} = ANY (ARRAY(SELECT access_row.family_id ${rows}))`;
  return programme === undefined
    ? `(${reached})`
    : `(${reached} AND (${family}, ${programme}) IN (SELECT access_row.family_id, access_row.programme ${rows}))`;
};

const hasRow = (pieces: Pieces, relation: RowRelation): string =>
  `EXISTS (SELECT FROM helhed.relation_replica access_row WHERE access_row.family_id = ${pieces.thing.family}
    ${pieces.thing.programme === undefined ? '' : `AND access_row.programme = ${pieces.thing.programme}`}
    AND ${mine(pieces, relation)})`;

function mine(pieces: Pieces, relation: RowRelation): string {
  const { ofOwnChildren } = traitsOf(relation);
  return `access_row.unit = ${pieces.me.unit} AND ${named(pieces, relation)} AND access_row.kind = '${kindOf(relation)}'
    AND ${pieces.holds('access_row')}${ofOwnChildren ? ` AND ${reachesOwn(pieces)}` : ''}${inPhase(relation)}`;
}

/** A-REL-07: during the course it is one relation, and after it another. */
function inPhase(relation: RowRelation): string {
  const { followUp } = traitsOf(relation);
  const followedUp = isFollowedUp('access_row');
  return { none: '', before: ` AND NOT ${followedUp}`, since: ` AND ${followedUp}` }[followUp ?? 'none'];
}

function named({ me, question }: Pieces, relation: Relation): string {
  const { row } = traitsOf(relation);
  if (row === 'unit') return 'access_row.function IS NULL AND access_row.sub IS NULL';
  const anybody = question.actor.kind === 'function-in-unit';
  const person = anybody ? 'access_row.sub IS NOT NULL' : `access_row.sub = ${me.sub}`;
  return `access_row.function = ${me.function} AND ${row === 'function-in-unit' ? 'access_row.sub IS NULL' : person}`;
}

/** A-REL-05: at an institution, only families of which a child attends it today. */
const reachesOwn = (pieces: Pieces): string =>
  `(NOT ${atInstitution(pieces)} OR EXISTS (SELECT FROM helhed.relation_replica access_child
    WHERE access_child.family_id = access_row.family_id AND access_child.unit = ${pieces.me.unit}
      AND access_child.kind = 'institution' AND ${pieces.holds('access_child')}))`;
