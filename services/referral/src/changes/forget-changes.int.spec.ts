import { municipalityCode, newId } from '@helhed/kernel';
import { log } from '@helhed/telemetry';
import { jest } from '@jest/globals';
import { World } from '../../test/world.js';
import { ForgetChanges } from './forget-changes.js';

describe('what was kept for a month', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  it('goes in every municipality, also where one’s cannot go now', async () => {
    const codes = ['0450', '0561'].map(municipalityCode);
    const left = () =>
      Promise.all(
        codes.map((code) =>
          world.database.inTransaction(code, async (tx) => {
            const rows = await tx.query('SELECT FROM helhed.unit_change WHERE municipality = helhed.tenant()');
            return rows.length;
          }),
        ),
      );
    for (const code of codes)
      await world.database.inTransaction(code, (tx) =>
        tx.query(
          `INSERT INTO helhed.unit_change (municipality, unit, thing, type, at)
           VALUES (helhed.tenant(), 'db-egernet', $1, 'referral.held', '2026-01-05T08:00:00Z')`,
          [newId()],
        ),
      );
    await world.asOwner(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'broken'; END$$;
      CREATE TRIGGER refuse BEFORE DELETE ON helhed.unit_change FOR EACH ROW
        WHEN (OLD.municipality = '0450') EXECUTE FUNCTION refuse()`);
    const warned = jest.spyOn(log, 'warn');
    const forgetting = new ForgetChanges(world.database, world.workers);
    await forgetting.run();
    expect(await left()).toEqual([1, 0]);
    expect(warned.mock.calls).toEqual([['will be tried again', expect.objectContaining({ municipality: '0450' })]]);
    await world.asOwner('DROP TRIGGER refuse ON helhed.unit_change');
    await forgetting.run();
    expect(await left()).toEqual([0, 0]);
  });
});
