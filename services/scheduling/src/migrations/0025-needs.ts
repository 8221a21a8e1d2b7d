import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What appointments need besides room and people; without a family, a whole group's, or what one that left had arranged. */
export class Needs1763000002525 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tenantTable(rolesOf('scheduling'), { name: 'appointment_need', columns }) + indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appointment_need');
  }
}

const columns = `
  id uuid NOT NULL,
  appointment_id uuid NOT NULL,
  unit text NOT NULL,
  programme text NOT NULL,
  family_id uuid,
  kind text NOT NULL CHECK (kind IN ('meal', 'interpreter', 'child-minding')),
  language text,
  person_id uuid,
  children integer CHECK (children > 0),
  state text NOT NULL CHECK (state IN ('named', 'arranged', 'to-rearrange', 'to-call-off', 'not-needed')),
  arranged_by text CHECK (arranged_by IN ('own-unit', 'supplier')),
  reference text,
  named_on date NOT NULL,
  arranged_on date,
  ended_on date,
  changed_on date NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (municipality, id),
  FOREIGN KEY (municipality, appointment_id) REFERENCES appointment (municipality, id),
  CHECK (num_nulls(arranged_by, reference, arranged_on) IN (0, 3)),
  CHECK (state NOT IN ('arranged', 'to-rearrange', 'to-call-off') OR reference IS NOT NULL),
  CHECK (state <> 'named' OR reference IS NULL),
  CHECK ((state IN ('to-call-off', 'not-needed')) = (ended_on IS NOT NULL)),
  CHECK (family_id IS NOT NULL OR num_nonnulls(language, person_id, children) = 0),
  CHECK (kind <> 'meal' OR family_id IS NULL),
  CHECK (kind <> 'interpreter' OR language IS NOT NULL OR family_id IS NULL)`;

// each once: an appointment has one meal, and a family one interpreter for each language
const indexes = `
  CREATE UNIQUE INDEX appointment_need_once ON appointment_need (municipality, appointment_id, kind, family_id, language)
    NULLS NOT DISTINCT WHERE state IN ('named', 'arranged', 'to-rearrange');
  CREATE INDEX appointment_need_family ON appointment_need (municipality, family_id, id);
  CREATE INDEX appointment_need_appointment ON appointment_need (municipality, appointment_id, id)`;
