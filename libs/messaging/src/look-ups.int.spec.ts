import { lookedUpBy, type EventContract, type LookedUp } from '@helhed/contracts';
import type { Database } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { rm } from 'node:fs/promises';
import { emitLookUps } from './emit-look-ups.js';
import { Ledger } from './test/ledger.js';
import { municipality } from './test/world.js';
import { until } from './test/until.js';

const contract = lookedUpBy('referral') as EventContract<LookedUp>;

const row = () => ({
  id: newId(),
  at: '2026-10-05T09:00:00.000Z',
  kind: 'look' as const,
  act: 'referral.read',
  subjects: [newId()],
  actor: 'person' as const,
  sub: 's',
  azp: 'a',
  unit: 'visitation',
  function: 'triager',
  purposes: [],
  categories: [],
  bases: [],
  refused: false,
});

describe('events of the log, of which each counts', () => {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = await Ledger.make();
  });
  afterEach(() => ledger?.stop());

  let sent = 0;
  const ship = (database: Database) =>
    database.inTransaction(municipality, (tx) => emitLookUps(tx, 'referral', { from: ++sent, rows: [row()] }));
  const came = (numbers: number[], wanted: readonly number[]) =>
    until(
      () => Promise.resolve(numbers.slice()),
      (found) => found.length >= wanted.length,
    );
  const copy = async (numbers: number[]) =>
    ledger.copy('family-plan', async ({ type, data }) => {
      if (type === contract.type) numbers.push((data as unknown as LookedUp).from);
    });

  it('are not stepped over by a snapshot: an operator’s tells nothing of them, and a gap is filled by what is kept', async () => {
    sent = 0;
    const owner = await ledger.owner();
    const numbers: number[] = [];
    const first = await copy(numbers);
    for (let n = 0; n < 2; n++) await ship(owner.database);
    expect(await came(numbers, [1, 2])).toEqual([1, 2]);
    await first.stop();
    for (let n = 0; n < 3; n++) await ship(owner.database);
    // what the consumer has not had is gone from the bus, and then the owner tells all it owns
    await until(
      () => owner.workers.query('SELECT 1 FROM helhed.outbox WHERE published_at IS NULL'),
      (left) => left.length === 0,
    );
    await ledger.nats.kill();
    await rm(ledger.nats.storeDir, { recursive: true, force: true });
    await owner.workers.query('UPDATE helhed.outbox SET published_at = NULL WHERE seq = 5');
    await ledger.nats.start();
    expect(await owner.messaging.snapshots?.publishAll(municipality)).toBe(0);
    await copy(numbers);
    await ship(owner.database);
    expect(await came(numbers, [1, 2, 3, 4, 5, 6])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('go on after a restore, from the new incarnation’s first on', async () => {
    sent = 0;
    const owner = await ledger.owner();
    const numbers: number[] = [];
    await copy(numbers);
    for (let n = 0; n < 2; n++) await ship(owner.database);
    await came(numbers, [1, 2]);
    await owner.messaging.snapshots?.renewIncarnation();
    for (let n = 0; n < 2; n++) await ship(owner.database);
    expect(await came(numbers, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  });
});
