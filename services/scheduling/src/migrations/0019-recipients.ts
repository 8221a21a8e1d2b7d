import { rolesOf, tenantTable } from '@helhed/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A family's feed and each invitation are for one person of the family: parents who live apart share no secret. What is
 * from before has no recipient, and nobody can say whose it was: such a feed is closed, so that its secret opens an empty
 * calendar from here on, and such an invitation is due to be called off.
 */
export class Recipients1763000001923 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE feed ADD COLUMN recipient_id uuid,
        ADD CONSTRAINT feed_of_staff CHECK (kind = 'family' OR recipient_id IS NULL);
      ALTER TABLE delivery ADD COLUMN recipient_id uuid,
        ADD COLUMN persons uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN cancel_due_since timestamptz,
        ADD CONSTRAINT delivery_invitation
          UNIQUE (municipality, family_id, session_id, unit, function, recipient_id),
        DROP CONSTRAINT delivery_municipality_family_id_session_id_unit_function_key;
      CREATE INDEX delivery_due ON delivery (municipality, unit, id) WHERE cancel_due_since IS NOT NULL AND cancelled_at IS NULL;
      COMMENT ON COLUMN delivery.persons IS 'Whom it told something about: the recipient, and the children in its custody then.';
    `);
    await runner.query(tenantTable(rolesOf('scheduling'), { name: 'due_look', workers: true, columns }));
    await runner.query('CREATE INDEX due_look_on ON due_look (look_on)');
    await runner.query(lookAtEarlier);
  }

  async down(): Promise<void> {
    throw new Error('restore a backup instead');
  }
}

/** Families with invitations that were not called off, and from which day on it is found out anew whether one is to be. */
const columns = `
  family_id uuid NOT NULL,
  look_on date NOT NULL,
  PRIMARY KEY (municipality, family_id)`;

/** Invitations from before are found to be due; the owner's own statement is not of one municipality. */
export const lookAtEarlier = `
  ALTER TABLE delivery NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE due_look NO FORCE ROW LEVEL SECURITY;
  INSERT INTO due_look (municipality, family_id, look_on)
    SELECT DISTINCT ON (municipality, family_id) municipality, family_id, last_on FROM delivery
    WHERE kind = 'invitation' AND cancelled_at IS NULL ON CONFLICT DO NOTHING;
  ALTER TABLE due_look FORCE ROW LEVEL SECURITY;
  ALTER TABLE delivery FORCE ROW LEVEL SECURITY;`;
