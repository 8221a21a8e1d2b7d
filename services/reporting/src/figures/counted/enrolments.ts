import type { AskedParts, Figures } from '../figure.js';
import { byAge, untold } from '../parts.js';
import { scope, within, type Selection } from '../selection.js';

/** Whoever was enrolled in the period, each person on the first day: `role` as the enrolment says it. */
const persons = (role: string): Selection => ({
  from: `(SELECT DISTINCT ON (m.value ->> 'personId') (m.value ->> 'personId')::uuid AS person_id, family_id, enrolled_on
          FROM enrolment CROSS JOIN LATERAL jsonb_array_elements(members) m
          WHERE ${scope} AND ${within('enrolled_on')} AND m.value ->> 'role' ${role}
          ORDER BY m.value ->> 'personId', enrolled_on, enrolment_id) AS first_enrolment`,
  where: 'true',
  id: 'person_id',
  family: 'family_id',
  on: 'enrolled_on',
});

/** A family that was enrolled twice in the period is one family, on the first day. */
const families: Selection = {
  from: `(SELECT DISTINCT ON (family_id) family_id, enrolled_on, enrolment_id, coalesce(jsonb_array_length(members), 0) AS persons
          FROM enrolment WHERE ${scope} AND ${within('enrolled_on')}
          ORDER BY family_id, enrolled_on, enrolment_id) AS first_enrolment`,
  where: 'true',
  id: 'enrolment_id',
  family: 'family_id',
  on: 'enrolled_on',
};

/** The bands that family-plan has answered, and what is left over where it has not. */
const ages: AskedParts = {
  families: { ...families, where: 'persons > 0' },
  parts: `SELECT band AS part, heads AS count FROM ${families.from} LEFT JOIN LATERAL (
      SELECT e.bands FROM enrolment_age e WHERE e.municipality = $1 AND e.enrolment_id = first_enrolment.enrolment_id) AS told ON true
    CROSS JOIN LATERAL (
      SELECT key AS band, value::int AS heads FROM jsonb_each_text(told.bands)
      UNION ALL
      SELECT '${untold.code}', persons - coalesce((SELECT sum(value::int) FROM jsonb_each_text(told.bands)), 0)::int) AS apart`,
  things: `SELECT enrolment_id FROM ${families.from}`,
};

export const enrolments: Figures<'families-enrolled' | 'adults-enrolled' | 'children-enrolled' | 'persons-by-age'> = {
  'families-enrolled': {
    version: 1,
    name: { da: 'Familier indskrevet', en: 'Families enrolled' },
    definition: {
      da: 'Familier indskrevet i perioden, hver talt én gang.',
      en: 'Families enrolled in the period, each counted once.',
    },
    unit: 'families',
    denominator: null,
    rows: families,
  },
  'adults-enrolled': {
    version: 1,
    name: { da: 'Voksne indskrevet', en: 'Adults enrolled' },
    definition: {
      da: 'Personer indskrevet i perioden i en anden rolle end barn, hver talt én gang.',
      en: 'Persons enrolled in the period in another role than a child’s, each counted once.',
    },
    unit: 'adults',
    denominator: null,
    rows: persons("<> 'child'"),
  },
  'children-enrolled': {
    version: 1,
    name: { da: 'Børn indskrevet', en: 'Children enrolled' },
    definition: {
      da: 'Personer indskrevet i perioden i rollen barn, hver talt én gang.',
      en: 'Persons enrolled in the period in a child’s role, each counted once.',
    },
    unit: 'children',
    denominator: null,
    rows: persons("= 'child'"),
  },
  'persons-by-age': {
    version: 1,
    name: { da: 'Personer indskrevet', en: 'Persons enrolled' },
    definition: {
      da: 'Personer i de familier, der blev indskrevet i perioden, hver familie talt ved sin første indskrivning; delt op efter alder på indskrivningens dag, i de aldersgrupper, som indsatsens definition har.',
      en: "Persons of the families enrolled in the period, each family counted at its first enrolment; by age on the enrolment's day, in the bands that the programme's definition has.",
    },
    unit: 'persons',
    denominator: null,
    rows: { ...families, where: 'persons > 0', count: 'persons' },
    asked: ages,
    parts: byAge,
  },
};
