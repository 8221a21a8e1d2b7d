import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';

/**
 * SQL of the referrals and seats of families, for a migration of a service that reaches families by them and owns neither:
 * which unit triages a family, and in which unit's group it has a seat (docs/access.md 1.3). `WhenCaseTold` keeps them;
 * what was told before the service had them comes with the owners' snapshots.
 */
export function caseTables(service: Context): string {
  const table = (name: string, columns: string): string => tenantTable(rolesOf(service), { name, columns });
  return [
    table('helhed.referral_replica', referral),
    'CREATE INDEX referral_replica_family ON helhed.referral_replica (municipality, family_id);',
    'CREATE INDEX referral_replica_triage ON helhed.referral_replica (municipality, triage_unit) WHERE ended IS NULL;',
    table('helhed.seat_replica', seat),
    'CREATE INDEX seat_replica_family ON helhed.seat_replica (municipality, family_id);',
    'CREATE INDEX seat_replica_unit ON helhed.seat_replica (municipality, unit, family_id);',
  ].join('\n');
}

// The triage unit is null until triage has started; the place, until one was given.
const referral = `
  id uuid NOT NULL,
  family_id uuid NOT NULL,
  programme text NOT NULL,
  programme_version integer NOT NULL,
  referring_unit text NOT NULL,
  triage_unit text,
  place_id uuid,
  ended text CHECK (ended IN ('declined', 'withdrawn', 'closed')),
  PRIMARY KEY (municipality, id)`;

const seat = `
  id uuid NOT NULL,
  family_id uuid NOT NULL,
  place_id uuid NOT NULL,
  programme text NOT NULL,
  unit text NOT NULL,
  PRIMARY KEY (municipality, id)`;
