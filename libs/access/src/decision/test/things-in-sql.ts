import { rolesOf, tenantTable } from '@helhed/database';
import type { SectionsInSql, ThingInSql } from '../sql/thing-in-sql.js';

export type TestThing = ThingInSql & { readonly sections: SectionsInSql };

/** Tables of the things that the generated worlds are about, as a service would have them. */
export const thingTables = [
  tenantTable(rolesOf('referral'), {
    name: 'family',
    columns: `id uuid, members uuid[] NOT NULL, owners text[] NOT NULL,
      keepers text[] NOT NULL DEFAULT '{}', PRIMARY KEY (municipality, id)`,
  }),
  tenantTable(rolesOf('referral'), {
    name: 'thing',
    columns: `id int, family_id uuid NOT NULL, programme text NOT NULL, referring_unit text NOT NULL, triage_unit text,
      made_by text, made_in text, persons uuid[] NOT NULL, members uuid[] NOT NULL, PRIMARY KEY (municipality, id)`,
  }),
  'CREATE INDEX thing_family ON thing (municipality, family_id);',
  'CREATE INDEX thing_referring ON thing (municipality, referring_unit);',
  'CREATE INDEX thing_triage ON thing (municipality, triage_unit);',
  'CREATE TABLE seat (family_id uuid, programme text, unit text);',
  'CREATE TABLE citizen (family_id uuid, sub text, relation text);',
  'GRANT SELECT, INSERT, DELETE ON seat, citizen TO PUBLIC;',
].join('\n');

/** A thing of one programme, such as a referral. */
export const thing: TestThing = {
  family: 't.family_id',
  programme: 't.programme',
  members: 't.members',
  persons: 't.persons || t.members',
  own: ({ unit, sub }) => ({
    triage: { holds: `t.triage_unit = ${unit} OR t.triage_unit IS NULL` },
    sender: { holds: `t.referring_unit = ${unit}` },
    group: {
      holds: `EXISTS (SELECT FROM seat s WHERE s.family_id = t.family_id AND s.programme = t.programme AND s.unit = ${unit})`,
    },
    videographer: { holds: made(unit, sub) },
    observer: { holds: made(unit, sub) },
    lead: { holds: 'true' },
    own: { holds: citizen('t.family_id', sub, 'own') },
    custody: { holds: citizen('t.family_id', sub, 'custody') },
  }),
  sections: {
    'referral.outcome': { persons: 't.persons', owners: 'ARRAY[coalesce(t.triage_unit, t.referring_unit)]' },
  },
};

/** A family, which is reached through any programme, with a section for each member. */
export const family: TestThing = {
  family: 'f.id',
  members: 'f.members',
  own: ({ unit, sub }) => ({
    triage: programmesOf(
      `SELECT t.programme FROM thing t WHERE t.family_id = f.id AND (t.triage_unit = ${unit} OR t.triage_unit IS NULL)`,
    ),
    sender: programmesOf(`SELECT t.programme FROM thing t WHERE t.family_id = f.id AND t.referring_unit = ${unit}`),
    group: programmesOf(`SELECT s.programme FROM seat s WHERE s.family_id = f.id AND s.unit = ${unit}`),
    lead: programmesOf('SELECT t.programme FROM thing t WHERE t.family_id = f.id'),
    own: { holds: citizen('f.id', sub, 'own') },
    custody: { holds: citizen('f.id', sub, 'custody') },
  }),
  sections: {
    'family.structure': { persons: 'f.members', owners: 'f.owners', keepers: 'f.keepers' },
    'family.identity': {
      each: 'SELECT m::text AS id, m AS person, ARRAY[m] AS persons FROM unnest(f.members) AS m',
      owners: 'f.owners',
      keepers: 'f.keepers',
    },
  },
};

/** Whoever made it; asked of a function in a unit, whoever holds that. */
const made = (unit: string, sub: string): string =>
  `coalesce(t.made_in = ${unit} AND (t.made_by = ${sub} OR ${sub} = ''), false)`;

const programmesOf = (query: string) => ({ holds: 'true', programmes: `ARRAY(${query})` });
const citizen = (id: string, sub: string, relation: string): string =>
  `EXISTS (SELECT FROM citizen c WHERE c.family_id = ${id} AND c.sub = ${sub} AND c.relation = '${relation}')`;
