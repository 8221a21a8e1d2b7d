import { newId } from '@helhed/kernel';
import { testServers, type ServiceDatabase } from '@helhed/testing';
import { Client } from 'pg';
import { Ledger } from './test/ledger.js';
import { until } from './test/until.js';

describe('a source whose database was restored to an earlier state', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await Ledger.make();
  });
  afterEach(() => ledger?.stop());

  const nameOf = (url: string) => new URL(url).pathname.slice(1);

  /** The database as it is now, under another name; nobody may be connected meanwhile. */
  async function backUp(at: ServiceDatabase): Promise<ServiceDatabase> {
    const [from, to] = [nameOf(at.app), `${nameOf(at.app)}_restored`];
    const { adminUrl } = await testServers().postgres();
    const admin = new Client({ connectionString: adminUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`).finally(() => admin.end());
    const moved = Object.entries<string>({ ...at }).map(([role, url]) => [role, url.replace(from, to)]);
    return Object.fromEntries(moved) as ServiceDatabase;
  }
  const equals = async (service: 'family-plan' | 'scheduling', at: ServiceDatabase, ms?: number) => {
    const owned = await ledger.entries('referral', at);
    const copied = await until(
      () => ledger.entries(service),
      (found) => String(found) === String(owned),
      ms,
    );
    expect(copied).toEqual(owned);
  };

  it('tells every key anew, and its consumers come back to what it says; a key that it has lost is asked for', async () => {
    const [kept, went, lost] = [newId(), newId(), newId()];
    const before = await ledger.owner();
    for (const family of [kept, kept, went]) await ledger.enter(before.database, family);
    await ledger.copy();
    await ledger.copy('scheduling');
    await equals('family-plan', ledger.at.referral);
    await before.stop();
    const restored = await backUp(ledger.at.referral);

    const doomed = await ledger.owner();
    for (const family of [kept, went, went, lost]) await ledger.enter(doomed.database, family);
    await equals('family-plan', ledger.at.referral);
    await equals('scheduling', ledger.at.referral);
    await doomed.stop();

    const after = await ledger.owner(restored);
    expect(await after.messaging.snapshots?.renewIncarnation()).toMatchObject({ keys: 2 });
    // a command that comes before the keys were told does not hide that they must be
    await Promise.all([kept, went].map((family) => ledger.enter(after.database, family)));
    await equals('family-plan', restored, 40_000);
    await equals('scheduling', restored);
    await ledger.enter(after.database, went);
    await equals('family-plan', restored);
    await equals('scheduling', restored);
    expect(await ledger.rows(ledger.at.scheduling, 'SELECT 1 FROM helhed.parked_event')).toEqual([]);
  });

  it('goes on telling after it was stopped in the middle, and a new consumer gets all', async () => {
    const families = Array.from({ length: 40 }, () => newId());
    const before = await ledger.owner();
    for (const family of families) await ledger.enter(before.database, family);
    await ledger.copy();
    await equals('family-plan', ledger.at.referral);
    const told = before.messaging.snapshots?.renewIncarnation();
    await told;
    await before.stop();
    const after = await ledger.owner();
    await until(
      () => after.workers.query('SELECT 1 FROM helhed.order_key WHERE incarnation <> helhed.incarnation()'),
      (left) => left.length === 0,
    );
    for (const family of families.slice(0, 5)) await ledger.enter(after.database, family);
    await ledger.copy('scheduling');
    await equals('family-plan', ledger.at.referral);
    await equals('scheduling', ledger.at.referral);
    const twice = await after.workers.query(
      `SELECT order_key FROM helhed.outbox WHERE type LIKE '%snapshot.v1' GROUP BY 1 HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  it('numbers nothing under the old incarnation once the new one has begun', async () => {
    const owner = await ledger.owner();
    const family = newId();
    await ledger.copy();
    await ledger.enter(owner.database, family);
    const writing = Promise.all(Array.from({ length: 60 }, () => ledger.enter(owner.database, family)));
    await owner.messaging.snapshots?.renewIncarnation();
    await writing;
    await equals('family-plan', ledger.at.referral);
    const rows = await owner.workers.query<{ incarnation: string; seq: string }>(
      'SELECT incarnation, seq FROM helhed.outbox ORDER BY id',
    );
    const incarnations = [...new Set(rows.map(({ incarnation }) => incarnation))];
    for (const each of incarnations) {
      const seqs = rows.filter(({ incarnation }) => incarnation === each).map(({ seq }) => Number(seq));
      const first = each === incarnations[0] ? 1 : 2;
      expect(seqs.toSorted((a, b) => a - b)).toEqual(seqs.map((_, at) => first + at));
    }
  });
});
