import { AccessDatabase, nyborg } from '../decision/test/access-database.js';
import { appliedEpoch, raiseEpoch } from '../facts/raise-epoch.js';
import { Answer } from './answer.js';
import { byLease } from './ground.js';
import { leaseMs } from './lease-length.js';
import { Leases } from './leases.js';

let at: AccessDatabase;
beforeAll(async () => void (at = await AccessDatabase.make()));
afterAll(() => at.stop());

const raise = (epoch: number) => at.in((tx) => raiseEpoch(tx, epoch));

describe('a raise that this database has applied', () => {
  it('is confirmed when the answers begun before have ended; heard of by NOTIFY, also after the connection broke', async () => {
    const confirmed: number[] = [];
    const consent = {
      take: async () => ({ id: 'one', demanded: 0, milliseconds: leaseMs }),
      confirm: async (_: string, __: string, epoch: number) => void confirmed.push(epoch),
      giveBack: async () => undefined,
    };
    const source = { consent, applied: () => at.in(appliedEpoch), report: () => undefined };
    const leases = new Leases(source, { url: at.owner });
    leases.start();
    try {
      await leases.in(nyborg).take();
      const underWay = new Answer(true);
      byLease(leases).under(nyborg, underWay);
      await raise(1);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(confirmed).toEqual([]);
      underWay.sent();
      await until(() => confirmed.includes(1));
      await at.asOwner(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND usename = current_user`,
      );
      await raise(2);
      await until(() => confirmed.includes(2));
      expect(confirmed).toEqual([1, 2]);
    } finally {
      await leases.stop();
    }
  });
});

async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 6_000 && !done(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}
