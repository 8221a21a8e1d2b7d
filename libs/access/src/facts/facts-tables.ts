import type { Context } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';
import { sameArea } from './same-area.js';

/**
 * SQL of the facts that access is decided by (docs/access.md), for a migration of a service that shows personal data; its
 * replica of the bases (`basisReplicaTable`) is there already. The service's owner of a fact writes the rows in the
 * commands, every other service by the reactions of this folder.
 */
export function factsTables(service: Context): string {
  const table = (name: string, columns: string): string => tenantTable(rolesOf(service), { name, columns });
  return [
    bases,
    table('helhed.basis_person', basisPerson),
    'CREATE INDEX basis_person_person ON helhed.basis_person (municipality, person_id, basis_id);',
    table('helhed.relation_replica', relation),
    'CREATE INDEX relation_replica_family ON helhed.relation_replica (municipality, family_id);',
    'CREATE INDEX relation_replica_unit ON helhed.relation_replica (municipality, unit, function, sub, kind, family_id);',
    table('helhed.barred_person', barredPerson),
    'CREATE INDEX barred_person_sub ON helhed.barred_person (municipality, sub);',
    'CREATE INDEX barred_person_person ON helhed.barred_person (municipality, person_id);',
    table('helhed.clearance', clearance),
    'CREATE INDEX clearance_sub ON helhed.clearance (municipality, sub, family_id);',
    table('helhed.unit_replica', unit),
    'CREATE INDEX unit_replica_parent ON helhed.unit_replica (municipality, parent) WHERE inside_parent;',
    table('helhed.unit_member', 'unit text NOT NULL, sub text NOT NULL, PRIMARY KEY (municipality, unit, sub)'),
    table('helhed.access_epoch', accessEpoch),
    sameArea(rolesOf(service)),
  ].join('\n');
}

// The release before writes neither programme nor coverage: what it records meanwhile gives nothing until told again.
const bases = `
  ALTER TABLE helhed.basis_replica ADD COLUMN programme text NOT NULL DEFAULT '';
  ALTER TABLE helhed.basis_replica ADD COLUMN ended text CHECK (ended IN ('withdrawn', 'ended', 'used-up'));
  ALTER TABLE helhed.basis_replica ADD COLUMN ended_at timestamptz;
  ALTER TABLE helhed.basis_replica ALTER COLUMN persons SET DEFAULT '{}';
`;

const basisPerson = `
  basis_id uuid NOT NULL,
  person_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('covered', 'withdrawn', 'incomplete')),
  from_date date NOT NULL,
  to_date date,
  PRIMARY KEY (municipality, basis_id, person_id, from_date),
  FOREIGN KEY (municipality, basis_id) REFERENCES helhed.basis_replica (municipality, id) ON DELETE CASCADE`;

const relation = `
  id uuid NOT NULL,
  family_id uuid NOT NULL,
  programme text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('coordinator', 'team', 'contact', 'partner')),
  sub text,
  unit text NOT NULL,
  function text NOT NULL,
  from_date date NOT NULL,
  to_date date,
  PRIMARY KEY (municipality, id),
  CHECK ((kind = 'partner') = (sub IS NULL))`;

const barredPerson = `
  id uuid NOT NULL,
  sub text NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('own-person', 'relative')),
  from_date date NOT NULL,
  to_date date,
  PRIMARY KEY (municipality, id)`;

const clearance = `
  id uuid NOT NULL,
  sub text NOT NULL,
  family_id uuid NOT NULL,
  unit text NOT NULL,
  function text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,
  PRIMARY KEY (municipality, id)`;

const unit = `
  code text NOT NULL,
  parent text,
  retired boolean NOT NULL,
  inside_parent boolean NOT NULL,
  outside boolean NOT NULL,
  PRIMARY KEY (municipality, code)`;

// All raises up to \`epoch\` are applied here; those of \`ahead\` are too, but not every one before them.
const accessEpoch = `
  epoch bigint NOT NULL,
  ahead bigint[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (municipality)`;
