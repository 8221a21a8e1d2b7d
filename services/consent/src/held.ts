import type { Holdings, HoldingSource } from '@helhed/access';
import { basesOf } from './bases/find-bases.js';
import { concerning } from './look-ups/find-look-ups.js';
import { isAbout } from './orientations/orientation-thing.js';

const bases: HoldingSource = {
  section: 'basis.entry',
  things: ({ person }) => `SELECT (b.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date AS since,
      ARRAY[b.recorded_in_unit] AS units
    FROM basis b WHERE b.municipality = helhed.tenant() AND b.id IN (${basesOf(person)})`,
};

const evidence: HoldingSource = {
  section: 'basis.evidence',
  things: ({ person }) => `SELECT g.given_on AS since, ARRAY[g.recorded_in_unit] AS units FROM basis_giver g
    WHERE g.municipality = helhed.tenant() AND g.person_id = ${person}`,
};

const orientations: HoldingSource = {
  section: 'orientation.entry',
  things: ({ person }) => `SELECT (o.recorded_at AT TIME ZONE 'Europe/Copenhagen')::date AS since,
      ARRAY[o.recorded_in_unit] AS units
    FROM orientation o WHERE o.municipality = helhed.tenant() AND ${isAbout(person)}`,
};

/** As many as the person is shown: refused and deferred ones, and what deferred them, are not counted either. */
const lookUps: HoldingSource = {
  section: 'look-up.entry',
  things: ({ person, today, own }) => `${concerning(person, today, own)}
    SELECT (seen.at AT TIME ZONE 'Europe/Copenhagen')::date AS since, array_remove(ARRAY[seen.unit], NULL) AS units FROM seen`,
};

/** What the register holds on somebody: bases, what parents without custody were answered, where evidence of own consents is, and who has looked. */
export const holdings: Holdings = { custody: 'custody', sources: [bases, orientations, evidence, lookUps] };
