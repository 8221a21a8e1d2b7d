import type { Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { jest } from '@jest/globals';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { FindChanges } from './find-changes.js';

describe('what a sender’s system is told has changed', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make();
    known = new Known(world);
  });
  afterAll(() => world.stop());

  const take = (actor: Actor) =>
    world.as(actor, () => new FindChanges(world.database, world.looks, world.paging).page(actor, { limit: 1 }));

  it('decides once on each referral, however much has changed of it', async () => {
    const system: Actor = { ...world.actor('db-hejren', 'referrer'), kind: 'system', azp: 'db-hejren' };
    const { id } = await world.receive({ referringUnit: 'db-hejren' }, system);
    await known.basis(await known.match(id), { toUnit: 'db-hejren' });
    const at = world.looks.at.bind(world.looks);
    const scansOf = async (tx: Tx): Promise<number> => {
      const [row] = await tx.query<{ scans: number }>(
        `SELECT sum(idx_scan + seq_scan)::int AS scans FROM pg_stat_xact_user_tables WHERE relname NOT LIKE 'unit_%'`,
      );
      return row?.scans ?? 0;
    };
    let scans = 0;
    const looking = jest.spyOn(world.looks, 'at').mockImplementation((actor, act, work) =>
      at(actor, act, async (look) => {
        const before = await scansOf(look.tx);
        const page = await work(look);
        scans = (await scansOf(look.tx)) - before;
        return page;
      }),
    );
    expect((await take(system)).total).toBe(1);
    const few = scans;
    expect(few).toBeGreaterThan(0);
    await world.react((tx) =>
      tx.query(
        `INSERT INTO helhed.unit_change (municipality, unit, thing, type, at)
         SELECT helhed.tenant(), 'db-hejren', $1, 'referral.amended', $2 FROM generate_series(1, 500)`,
        [id, tx.now],
      ),
    );
    expect((await take(system)).total).toBe(501);
    expect(scans).toBeLessThan(2 * few);
    await world.asOwner('ANALYZE');
    expect((await take(system)).total).toBe(501);
    expect(scans).toBeLessThan(2 * few);
    looking.mockRestore();
  });
});
