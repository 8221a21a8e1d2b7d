import { randomBytes } from 'node:crypto';
import { TriageStarted } from '@helhed/contracts';
import { DomainError, municipalityCode, newId } from '@helhed/kernel';
import { requestContext, type RequestContext } from '@helhed/telemetry';
import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import { dataSource, migrate } from './data-source.js';
import { Database } from './database.js';
import { PersonalData } from './personal-data.js';
import { platformTables } from './sql/platform-tables.js';
import { rolesOf, tenantTable } from './sql/tenant-table.js';
import type { Tx } from './tx.js';
import { Workers } from './workers.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
    const columns = 'id uuid NOT NULL, PRIMARY KEY (municipality, id)';
    await runner.query(tenantTable(rolesOf('referral'), { name: 'thing', columns }));
  }
  async down(): Promise<void> {}
}

const nyborg = municipalityCode('0450');
const esbjerg = municipalityCode('0561');
const key = Buffer.alloc(32, 9).toString('base64');

describe('a transaction in a municipality', () => {
  let at: ServiceDatabase;
  let database: Database;
  let worker: Workers;
  let backup: Workers;

  beforeAll(async () => {
    at = await createServiceDatabase('referral');
    await migrate(at.owner, [Tables1767225600000]);
    const source = await dataSource({ url: at.app, entities: [] }).initialize();
    database = new Database(source, new PersonalData({ current: 'k', keys: { k: key }, index: key }));
    worker = new Workers(at.worker);
    backup = new Workers(at.backup);
  });
  afterAll(async () => {
    await Promise.all([database?.dataSource.destroy(), worker?.close(), backup?.close()]);
  });

  const actor = { kind: 'person', issuer: 'i', sub: 's', azp: 'a', unit: 'u', function: 'triager' } as const;
  const within = <T>(work: () => Promise<T>, idempotency?: RequestContext['idempotency']) =>
    requestContext.run({ requestId: newId(), actor, idempotency }, work);

  async function make(tx: Tx, id: string, familyId = newId()): Promise<{ id: string }> {
    await tx.query('INSERT INTO thing (municipality, id) VALUES (helhed.tenant(), $1)', [id]);
    tx.emit(TriageStarted, {
      referralId: id,
      familyId,
      programme: 'familiestue',
      startedOn: tx.today,
      unit: 'visitation',
    });
    tx.log({ kind: 'command', act: 'thing.make', subjects: [familyId] });
    return { id };
  }

  const left = async (id: string) => ({
    things: (await backup.query('SELECT 1 FROM thing WHERE id = $1', [id])).length,
    events: (await backup.query(`SELECT 1 FROM helhed.outbox WHERE data->>'referralId' = $1`, [id])).length,
  });

  it('commits rows, events and log together, or nothing', async () => {
    const [kept, lost] = [newId(), newId()];
    const family = newId();
    await within(() => database.inTransaction(nyborg, (tx) => make(tx, kept, family)));
    await expect(
      within(() =>
        database.inTransaction(nyborg, async (tx) => {
          await make(tx, lost, family);
          throw new Error('changed my mind');
        }),
      ),
    ).rejects.toThrow('changed my mind');
    expect(await left(kept)).toEqual({ things: 1, events: 1 });
    expect(await left(lost)).toEqual({ things: 0, events: 0 });
    expect(
      await backup.query('SELECT act, actor_sub, function FROM helhed.access_log WHERE $1 = ANY (subjects)', [family]),
    ).toEqual([{ act: 'thing.make', actor_sub: 's', function: 'triager' }]);
  });

  it('is undone when its last statement fails, though COMMIT was sent with it', async () => {
    const id = newId();
    const broken = within(() =>
      database.inTransaction(nyborg, async (tx) => {
        await make(tx, id);
        Object.assign(tx.logRows[0] as object, { kind: 'gossip' });
      }),
    );
    await expect(broken).rejects.toMatchObject({ problem: 'log-unavailable' });
    expect(await left(id)).toEqual({ things: 0, events: 0 });
  });

  it('refuses a transaction within a transaction, which would hold one connection and wait for another', async () => {
    const source = await dataSource({ url: at.app, entities: [], poolSize: 2 }).initialize();
    const small = new Database(source, database.personalData);
    const nest = () => small.inTransaction(nyborg, () => small.inTransaction(nyborg, async () => 'inner'));
    const found = await Promise.allSettled(Array.from({ length: 4 }, nest));
    expect(found.map((each) => each.status === 'rejected' && String(each.reason))).toEqual(
      Array(4).fill('Error: a transaction within a transaction: use the one that is open'),
    );
    // one after another, beside each other, or by what the work left running, they are as many as one likes
    let later: Promise<string> | undefined;
    const ended = Promise.withResolvers<void>();
    await small.inTransaction(nyborg, async () => {
      later = ended.promise.then(() => small.inTransaction(nyborg, async () => 'later'));
    });
    ended.resolve();
    expect(await later).toBe('later');
    await source.destroy();
  });

  it('numbers the events of a key without a gap, under 40 at once', async () => {
    const family = newId();
    await Promise.all(
      Array.from({ length: 40 }, () => within(() => database.inTransaction(nyborg, (tx) => make(tx, newId(), family)))),
    );
    const rows = await backup.query<{ seq: string }>('SELECT seq FROM helhed.outbox WHERE order_key = $1 ORDER BY id', [
      family,
    ]);
    expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it('runs a creating command once for a key, 20 at once or later, and refuses the key for another body', async () => {
    const once = { keyHash: randomBytes(32), bodyHmac: randomBytes(32) };
    const create = (claim = once) => within(() => database.createOnce(nyborg, (tx) => make(tx, newId())), claim);
    const answers = await Promise.all(Array.from({ length: 20 }, () => create()));
    answers.push(await create());
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    await expect(create({ ...once, bodyHmac: randomBytes(32) })).rejects.toMatchObject({
      problem: 'idempotency-key-reused',
    });
  });

  it('answers a repeat that was refused by what the first had done meanwhile as a repeat, and any other as refused', async () => {
    const [id, once] = [newId(), { keyHash: randomBytes(32), bodyHmac: randomBytes(32) }];
    const [looked, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const refused = () => new DomainError('conflict', 'thing-there', { da: 'Den er der.', en: 'It is there.' });
    const first = within(() => database.createOnce(nyborg, (tx) => looked.promise.then(() => make(tx, id))), once);
    const later = (claim: typeof once) =>
      within(
        () =>
          database.createOnce(nyborg, async (tx) => {
            looked.resolve();
            await done.promise;
            if ((await tx.query('SELECT FROM thing WHERE id = $1', [id])).length > 0) throw refused();
            return make(tx, newId());
          }),
        claim,
      );
    const both = Promise.allSettled([later(once), later({ ...once, keyHash: randomBytes(32) })]);
    await first;
    done.resolve();
    expect(await both).toEqual([
      { status: 'fulfilled', value: { id } },
      { status: 'rejected', reason: expect.objectContaining({ problem: 'thing-there' }) as unknown },
    ]);
  });

  it('sees and writes its own municipality only', async () => {
    const id = newId();
    await within(() => database.inTransaction(nyborg, (tx) => make(tx, id)));
    const seen = await database.inTransaction(esbjerg, (tx) => tx.query('SELECT * FROM thing'));
    expect(seen).toEqual([]);
    const sneaked = database.inTransaction(esbjerg, (tx) =>
      tx.query(`INSERT INTO thing VALUES ('0450', $1)`, [newId()]),
    );
    await expect(sneaked).rejects.toThrow('row-level security');
    // the same id is no clash: a constraint tells nothing about another municipality
    await within(() => database.inTransaction(esbjerg, (tx) => make(tx, id)));
  });

  it('is needed: a query that entered no municipality fails, before and after one that did', async () => {
    const bare = () => database.dataSource.query('SELECT * FROM thing');
    await database.inTransaction(nyborg, (tx) => tx.query('SELECT 1'));
    await Promise.all(
      Array.from({ length: 12 }, () => expect(bare()).rejects.toThrow('no municipality has been entered')),
    );
  });

  it('has the municipality’s own time', async () => {
    await worker.query(
      `INSERT INTO helhed.municipality (code, issuer, clock_offset_ms) VALUES ('0999', 'i', 86400000)`,
    );
    const ahead = await database.inTransaction(municipalityCode('0999'), (tx) => Promise.resolve(tx.now));
    const here = await database.inTransaction(nyborg, (tx) => Promise.resolve(tx.now));
    expect(Math.round((ahead.getTime() - here.getTime()) / 3_600_000)).toBe(24);
  });

  it('lets a part fail by itself', async () => {
    const [outer, inner] = [newId(), newId()];
    await within(() =>
      database.inTransaction(nyborg, async (tx) => {
        await make(tx, outer);
        await expect(tx.savepoint(() => make(tx, inner).then(() => make(tx, inner)))).rejects.toThrow('duplicate key');
      }),
    );
    expect(await left(outer)).toEqual({ things: 1, events: 1 });
    expect(await left(inner)).toEqual({ things: 0, events: 0 });
  });

  it('shows the worker role ids and nothing of a service’s own tables', async () => {
    await expect(worker.query('SELECT * FROM thing')).rejects.toThrow('permission denied');
    await expect(worker.query('SELECT * FROM helhed.access_log')).rejects.toThrow('permission denied');
  });

  it('keeps the outbox in months, and drops a month only when it is old and published', async () => {
    const months = async () =>
      (
        await worker.query<{ relname: string }>(
          `SELECT relname FROM pg_class WHERE relname ~ '^outbox_[0-9]{6}$' ORDER BY 1`,
        )
      ).map((r) => r.relname);
    const before = await months();
    expect(before).toHaveLength(3);
    await worker.query(`SELECT helhed.keep_outbox_partitions(clock_timestamp() + interval '200 days')`);
    // this month holds unpublished events of the tests above
    expect(await months()).toEqual(expect.arrayContaining([before[0]]));
    await worker.query('UPDATE helhed.outbox SET published_at = clock_timestamp()');
    await worker.query(`SELECT helhed.keep_outbox_partitions(clock_timestamp() + interval '200 days')`);
    expect(await months()).not.toContain(before[0]);
  });
});
