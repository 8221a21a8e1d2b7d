import type { ReadingLook, Readers, ThingInSql } from '@helhed/access';
import { acts as ofBases } from './bases/acts.js';
import { basesOf } from './bases/find-bases.js';
import { basisThing } from './bases/things.js';
import { acts as ofLookUps } from './look-ups/acts.js';
import { concerning } from './look-ups/find-look-ups.js';
import { acts as ofOrientations } from './orientations/acts.js';
import { isAbout, orientationThing } from './orientations/orientation-thing.js';
import { cases, officer, withAuthority } from './who.js';

const sees = `'data-protection-officer'`;

/** Whoever may work on a basis is answered its entry, by more relations than read it. */
const entries: ReadingLook = {
  act: { ...ofBases.withdraw, act: ofBases.read.act, mode: 'read', sections: ['basis.entry'] },
  allow: [cases, officer],
  thing: basisThing,
  from: 'basis b',
  where: ({ person }) => `b.municipality = helhed.tenant() AND b.id IN (${basesOf(person)})`,
};

/** SQL: the consents to a basis, with whom gave them and in which unit they were recorded. */
const givers = 'FROM basis_giver g WHERE g.municipality = helhed.tenant() AND g.basis_id = b.id';

const evidenceThing: ThingInSql = {
  ...basisThing,
  sections: { 'basis.evidence': { owners: `'{}'::text[]`, persons: `ARRAY(SELECT g.person_id ${givers})` } },
};

/** Where the evidence of a person's own consents is: for those who recorded any of it, and the officer. */
const evidence: ReadingLook = {
  act: { ...ofBases.read, sections: ['basis.evidence'] },
  allow: [cases, officer],
  thing: evidenceThing,
  from: 'basis b',
  where: ({ person }, { unit, function: name }) => `b.municipality = helhed.tenant()
    AND b.id IN (SELECT basis_id FROM basis_giver WHERE municipality = helhed.tenant() AND person_id = ${person})
    AND (${name} = ${sees} OR ${unit} = b.recorded_in_unit OR ${unit} IN (SELECT g.recorded_in_unit ${givers}))`,
};

const orientations: ReadingLook = {
  act: ofOrientations.list,
  allow: [cases, officer],
  thing: orientationThing,
  from: 'orientation o',
  where: ({ person }) => `o.municipality = helhed.tenant() AND ${isAbout(person)}`,
};

/** The looks at a person, as one thing: the officer samples all, and a unit finds those that were made in it. */
const looksThing: ThingInSql = {
  family: 'NULL::uuid',
  members: 'ARRAY[one.person]',
  own: ({ unit, function: name }) => ({ register: { holds: `${unit} = ANY (one.units) OR ${name} = ${sees}` } }),
  sections: { 'look-up.entry': { owners: `'{}'::text[]`, persons: 'ARRAY[one.person]' } },
};

/** Of what is deferred the person hears nothing here either, so that no unit is told of that only it made known. */
const lookUps: ReadingLook = {
  act: { ...ofLookUps.unitList, sections: ['look-up.entry'] },
  allow: [withAuthority, officer],
  thing: looksThing,
  from: ({ person, today, own }) => `(SELECT ${person} AS person, units FROM (
    ${concerning(person, today, own)} SELECT array_agg(DISTINCT seen.unit) AS units, count(*) AS many FROM seen) looked
    WHERE many > 0) one`,
  where: () => 'true',
};

/** Who may see what the register holds on somebody. */
export const readers: Readers = { custody: 'custody', looks: [entries, evidence, orientations, lookUps] };
