import type { Figures } from '../figure.js';
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

export const enrolments: Figures<'families-enrolled' | 'adults-enrolled' | 'children-enrolled'> = {
  'families-enrolled': {
    version: 1,
    name: { da: 'Familier indskrevet', en: 'Families enrolled' },
    definition: {
      da: 'Familier indskrevet i perioden, hver talt én gang.',
      en: 'Families enrolled in the period, each counted once.',
    },
    unit: 'families',
    denominator: null,
    // a family that was enrolled twice in the period is one family, on the first day
    rows: {
      from: `(SELECT DISTINCT ON (family_id) family_id, enrolled_on, enrolment_id FROM enrolment
              WHERE ${scope} AND ${within('enrolled_on')}
              ORDER BY family_id, enrolled_on, enrolment_id) AS first_enrolment`,
      where: 'true',
      id: 'enrolment_id',
      family: 'family_id',
      on: 'enrolled_on',
    },
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
};
