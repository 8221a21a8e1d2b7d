import type { Subject } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { basesOf } from '../bases/find-bases.js';
import { findAct, type ResourceType } from './decidable-acts.js';
import { bases, things, type Things } from './things.js';

/** On which type of thing an act is. */
export const actTypes = (name: string): ResourceType | undefined =>
  (['referral', 'family'] as const).find((type) => findAct(type, name) !== undefined);

/** The things that a search is about, whom they are about, and their families. */
export interface Targets {
  readonly of: Things;
  readonly ids: readonly string[];
  readonly persons: readonly string[];
  readonly families: readonly string[];
}

/**
 * @param asked `referral`, `family`, or `person`: every family or referral of that person
 * @param type of the things that the act is on
 */
export async function targetsOf(tx: Tx, asked: string, type: ResourceType, id: string): Promise<Targets> {
  const about = asked === 'person' ? 'person' : 'id';
  const rows = await tx.query<{ id: string; family: string; persons: string[] }>(statements[type][about], [id]);
  return {
    of: things[type],
    ids: rows.map((row) => row.id),
    persons: asked === 'person' ? [id] : rows.flatMap(({ persons }) => persons),
    families: [...new Set(rows.map(({ family }) => family))],
  };
}

/**
 * The bases that one of the persons gave, or that are about one of them.
 *
 * @param family about which alone; of all families unless it is given
 */
export async function basesAbout(tx: Tx, persons: readonly string[], family?: string): Promise<Targets> {
  const rows = await tx.query<{ id: string; family: string }>(
    `SELECT b.id, b.family_id AS family FROM basis b WHERE b.municipality = helhed.tenant()
       AND b.id IN (${basesOf('ANY ($1::uuid[])')}) AND ($2::uuid IS NULL OR b.family_id = $2)`,
    [persons, family ?? null],
  );
  return {
    of: bases,
    ids: rows.map((row) => row.id),
    persons,
    families: [...new Set(rows.map((row) => row.family))],
  };
}

const referrals = `
  SELECT r.id, r.family_id AS family, coalesce(p.persons, '{}') AS persons FROM helhed.referral_replica r
  LEFT JOIN referral_persons p ON p.municipality = r.municipality AND p.referral_id = r.id
  WHERE r.municipality = helhed.tenant()`;
const families = `
  SELECT f.id, f.id AS family, ARRAY(SELECT m.person_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.family_id = f.id) AS persons`;

const statements = {
  referral: { id: `${referrals} AND r.id = $1`, person: `${referrals} AND p.persons @> ARRAY[$1::uuid]` },
  family: {
    id: `${families} FROM (SELECT $1::uuid AS id) f`,
    person: `${families} FROM (SELECT family_id AS id FROM family_member
      WHERE municipality = helhed.tenant() AND person_id = $1) f`,
  },
} as const;

/** Functions that reach families, or the register, whatever their unit. */
const anywhere = ['triager', 'programme-lead', 'data-protection-officer'];

/** Whoever could have a relation to one of the families: everybody else has none. */
export async function candidates(tx: Tx, of: readonly string[]): Promise<Subject[]> {
  const pairs = await tx.query<{ unit: string; function: string }>(
    `SELECT h.unit, h.function FROM helhed.unit_function h
     WHERE h.municipality = helhed.tenant() AND NOT EXISTS (
         SELECT FROM helhed.unit_replica u WHERE u.code = h.unit AND u.retired)
       AND (h.function = ANY ($2) OR h.unit IN (
       SELECT referring_unit FROM helhed.referral_replica WHERE family_id = ANY ($1)
       UNION SELECT unit FROM helhed.seat_replica WHERE family_id = ANY ($1)
       UNION SELECT unit FROM helhed.relation_replica WHERE family_id = ANY ($1)
       UNION SELECT unnest(ARRAY[from_unit, to_unit, recorded_in_unit]) FROM basis WHERE family_id = ANY ($1)))`,
    [of, anywhere],
  );
  return pairs.map((pair) => ({ kind: 'function-in-unit', sub: '', ...pair }));
}
