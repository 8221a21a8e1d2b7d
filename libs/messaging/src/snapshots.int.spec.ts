import { newId } from '@helhed/kernel';
import { rm } from 'node:fs/promises';
import { Ledger } from './test/ledger.js';
import { until } from './test/until.js';

describe('a snapshot', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await Ledger.make();
  });
  afterEach(() => ledger?.stop());

  const count = (service: 'family-plan' | 'scheduling', wanted: number) =>
    until(
      () => ledger.entries(service),
      (found) => found.length === wanted,
    );
  const equals = async (service: 'family-plan' | 'scheduling' = 'family-plan') => {
    const owned = await ledger.entries('referral');
    const copied = await until(
      () => ledger.entries(service),
      (found) => String(found) === String(owned),
    );
    expect(copied).toEqual(owned);
  };
  /** The oldest events are in no outbox any more, and the bus has forgotten them too: 90 days have passed. */
  const forget = async (owner: Awaited<ReturnType<Ledger['owner']>>) => {
    await until(
      () => owner.workers.query('SELECT 1 FROM helhed.outbox WHERE published_at IS NULL'),
      (left) => left.length === 0,
    );
    await ledger.nats.kill();
    await rm(ledger.nats.storeDir, { recursive: true, force: true });
    await owner.workers.query('DELETE FROM helhed.outbox');
    await ledger.nats.start();
  };
  const messages = async () => {
    const rows = await ledger.rows<{ type: string }>(ledger.at.referral, 'SELECT type FROM helhed.outbox ORDER BY id');
    return rows.map(({ type }) => type.split('.')[3]);
  };

  it('answers a consumer that was away for longer than the outbox remembers, and one that is new', async () => {
    const owner = await ledger.owner();
    const copy = await ledger.copy();
    const [family, other] = [newId(), newId()];
    await ledger.enter(owner.database, family);
    await count('family-plan', 1);
    await copy.stop();
    for (let n = 0; n < 3; n++) await ledger.enter(owner.database, family);
    await ledger.enter(owner.database, other);
    await forget(owner);
    await ledger.enter(owner.database, family);
    await ledger.enter(owner.database, other);
    await ledger.copy();
    await ledger.copy('scheduling');
    await equals();
    await equals('scheduling');
    await ledger.enter(owner.database, family);
    await equals();
    await equals('scheduling');
    expect((await messages()).filter((name) => name === 'snapshot').length).toBeLessThanOrEqual(4);
  });

  it('is published for every key of a municipality when an operator asks, and changes nothing where all is known', async () => {
    const owner = await ledger.owner();
    const seen: string[] = [];
    await ledger.copy('family-plan', async ({ type }) => void seen.push(type));
    const families = [newId(), newId()] as const;
    for (const family of families) await ledger.enter(owner.database, family);
    await equals();
    await forget(owner);
    seen.length = 0;
    expect(await owner.messaging.snapshots?.publishAll('0450')).toBe(2);
    // a new consumer, which no gap would ever make ask
    await ledger.copy('scheduling');
    await equals('scheduling');
    await ledger.enter(owner.database, families[0]);
    await count('family-plan', 3);
    expect(seen).toEqual(['dk.helhed.referral.triage-started.v1']);
  });

  it('that cannot be applied yet is tried again, though events are missing before it', async () => {
    const owner = await ledger.owner();
    const family = newId();
    for (let n = 0; n < 3; n++) await ledger.enter(owner.database, family);
    await forget(owner);
    await ledger.enter(owner.database, family);
    let tries = 0;
    await ledger.copy('family-plan', async () => {
      if (++tries < 3) throw new Error('not yet');
    });
    await equals();
    expect(await ledger.rows(ledger.at['family-plan'], 'SELECT 1 FROM helhed.parked_event')).toEqual([]);
  });

  it('takes the place of an event that could never be applied', async () => {
    const owner = await ledger.owner();
    const family = newId();
    const poison = await ledger.enter(owner.database, family);
    let poisoned = true;
    const copy = await ledger.copy('family-plan', async ({ data }) => {
      if (poisoned && data['referralId'] === poison) throw new Error('poison');
    });
    await until(
      () => copy.messaging.deadLetters.count(),
      (dead) => dead === 1,
    );
    await ledger.enter(owner.database, family);
    poisoned = false;
    await owner.messaging.snapshots?.publish('0450', family);
    await equals();
    expect(await copy.messaging.deadLetters.count()).toBe(0);
    const [inbox] = await ledger.rows(ledger.at['family-plan'], 'SELECT parked FROM helhed.inbox');
    expect(inbox).toEqual({ parked: 0 });
  });

  it('is numbered after the writers that it shows and before those it does not', async () => {
    const owner = await ledger.owner();
    const family = newId();
    await ledger.copy();
    await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        if (n % 3 === 0) await owner.messaging.snapshots?.publish('0450', family);
        else await ledger.enter(owner.database, family);
      }),
    );
    const told = await ledger.rows<{ seq: number; stands: number; entries: number; before: number }>(
      ledger.at.referral,
      `SELECT seq::int, (data->>'standsAt')::int AS stands, jsonb_array_length(data->'events') AS entries,
         (SELECT count(*)::int FROM helhed.outbox e WHERE e.type LIKE '%triage-started.v1' AND e.seq < s.seq) AS before
       FROM helhed.outbox s WHERE type LIKE '%snapshot.v1'`,
    );
    for (const { seq, stands, entries, before } of told) expect([stands, entries]).toEqual([seq - 1, before]);
    await equals();
  });
});
