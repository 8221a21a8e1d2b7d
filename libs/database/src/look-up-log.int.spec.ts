import { municipalityCode, newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { createServiceDatabase } from '@helhed/testing';
import { dataSource, migrate } from './data-source.js';
import { Database } from './database.js';
import { PersonalData } from './personal-data.js';
import { lookUpLog } from './sql/look-up-log.js';
import { platformTables } from './sql/platform-tables.js';
import { rolesOf } from './sql/tenant-table.js';
import type { Tx } from './tx.js';
import { Workers } from './workers.js';

class Tables1767225600000 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(platformTables('referral'));
    // the migration of a database that has it already changes nothing
    await runner.query(lookUpLog(rolesOf('referral')));
  }
  async down(): Promise<void> {}
}

const [nyborg, esbjerg] = [municipalityCode('0450'), municipalityCode('0561')];
const key = Buffer.alloc(32, 9).toString('base64');
const actor = { kind: 'person', issuer: 'i', sub: 's', azp: 'a', unit: 'u', function: 'triager' } as const;

let database: Database;
let [owner, backup, worker]: Workers[] = [];

beforeAll(async () => {
  const at = await createServiceDatabase('referral');
  await migrate(at.owner, [Tables1767225600000]);
  const source = await dataSource({ url: at.app, entities: [] }).initialize();
  database = new Database(source, new PersonalData({ current: 'k', keys: { k: key }, index: key }));
  [owner, backup, worker] = [new Workers(at.owner), new Workers(at.backup), new Workers(at.worker)];
});
afterAll(async () => {
  await Promise.all([database?.dataSource.destroy(), owner?.close(), backup?.close(), worker?.close()]);
});

const rows = <T extends object>(sql: string, values: unknown[] = []) => (backup as Workers).query<T>(sql, values);
const within = <T>(work: () => Promise<T>) => requestContext.run({ requestId: newId(), actor }, work);
const logged = (person: string) =>
  rows<Record<string, unknown>>(
    `SELECT kind, act, subjects, purposes, categories, bases, refused FROM helhed.access_log
     WHERE $1 = ANY (subjects) ORDER BY id`,
    [person],
  );
const look = (tx: Tx, subjects: string[], more = {}) => tx.log({ kind: 'look', act: 'family.read', subjects, ...more });

describe('the log of a request', () => {
  it('is one row with all subjects, however often it speaks and in however many transactions', async () => {
    const [maja, alma] = [newId(), newId()];
    await within(async () => {
      await database.inTransaction(nyborg, async (tx) => {
        tx.log({ kind: 'command', act: 'basis.record', subjects: [maja, alma] });
        look(tx, [maja], { purpose: 'triage', categories: ['basis'], bases: ['b1'] });
      });
      // the answer, read in a transaction of its own
      await database.inTransaction(nyborg, async (tx) => look(tx, [alma], { categories: ['basis'] }));
    });
    expect(await logged(maja)).toEqual([
      {
        kind: 'command',
        act: 'basis.record',
        subjects: [maja, alma],
        purposes: ['triage'],
        categories: ['basis'],
        bases: ['b1'],
        refused: false,
      },
    ]);
  });

  it('has what only its second transaction showed, under the same act', async () => {
    const [maja, alma] = [newId(), newId()];
    await within(async () => {
      await database.inTransaction(nyborg, async (tx) => tx.log({ kind: 'command', act: 'a.b', subjects: [maja] }));
      await database.inTransaction(nyborg, async (tx) => look(tx, [maja, alma]));
    });
    expect((await logged(maja)).map(({ act }) => act)).toEqual(['a.b', 'a.b']);
    expect(await logged(alma)).toHaveLength(1);
  });

  it('is not taken as written when the transaction was rolled back', async () => {
    const maja = newId();
    await within(async () => {
      const failed = database.inTransaction(nyborg, async (tx) => {
        look(tx, [maja]);
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      await database.inTransaction(nyborg, async (tx) => look(tx, [maja]));
    });
    expect(await logged(maja)).toHaveLength(1);
  });

  it('keeps a refused attempt though all else is rolled back', async () => {
    const maja = newId();
    const refused = within(() =>
      database.inTransaction(nyborg, async (tx) => {
        look(tx, [newId()]);
        tx.logRefused({ kind: 'look', act: 'family.read', subjects: [maja] });
        throw new Error('own-record');
      }),
    );
    await expect(refused).rejects.toThrow('own-record');
    expect(await logged(maja)).toEqual([expect.objectContaining({ refused: true, categories: [] })]);
    expect(await rows('SELECT 1 FROM helhed.access_log WHERE subjects = $1', [[maja]])).toHaveLength(1);
  });

  it('that cannot be written refuses a look, a refusal and a command alike, and says why', async () => {
    await (owner as Workers).query('REVOKE INSERT ON helhed.access_log FROM referral_app');
    const answered = within(() =>
      database.inTransaction(nyborg, async (tx) => (look(tx, [newId()]), 'what was asked for')),
    );
    const refused = within(() =>
      database.inTransaction(nyborg, async (tx) => {
        tx.logRefused({ kind: 'look', act: 'a.b', subjects: [] });
        throw new Error('own-record');
      }),
    );
    const expected = { kind: 'unavailable', problem: 'log-unavailable' };
    await expect(answered).rejects.toMatchObject(expected);
    await expect(refused).rejects.toMatchObject(expected);
    await (owner as Workers).query('GRANT INSERT ON helhed.access_log TO referral_app');
  });
});

describe('the numbers of the log', () => {
  const number = (at = nyborg, most = 1_000, subjects = 10_000) =>
    database.inTransaction(at, (tx) =>
      tx.query<{ id: string; seq: string }>('SELECT id, seq FROM helhed.number_log($1, $2)', [most, subjects]),
    );
  const add = (count: number, subjects = [newId()], at = nyborg) =>
    Promise.all(
      Array.from({ length: count }, () => within(() => database.inTransaction(at, async (tx) => look(tx, subjects)))),
    );

  it('have no gap, with two at it, rows coming meanwhile and a numbering rolled back', async () => {
    const before = await number();
    const first = Number(before.at(-1)?.seq ?? 0);
    await Promise.all([add(30), add(30), ...[1, 2, 3, 4].map(() => number(nyborg, 7))]);
    const undone = database.inTransaction(nyborg, async (tx) => {
      await tx.query('SELECT * FROM helhed.number_log(5, 1000)');
      throw new Error('not sent');
    });
    await expect(undone).rejects.toThrow('not sent');
    await number();
    const given = await rows<{ seq: string }>(
      'SELECT seq FROM helhed.access_log WHERE municipality = $1 ORDER BY seq',
      [nyborg],
    );
    const all = given.map(({ seq }) => Number(seq));
    expect(all).toEqual(Array.from({ length: all.length }, (_, at) => at + 1));
    expect(all.length).toBeGreaterThanOrEqual(first + 60);
  });

  it('are each municipality’s own, and a batch is as large as told, one row at least', async () => {
    await add(3, Array.from({ length: 40 }, newId), esbjerg);
    expect((await number(esbjerg, 10, 20)).map(({ seq }) => Number(seq))).toEqual([1]);
    expect((await number(esbjerg, 10, 80)).map(({ seq }) => Number(seq))).toEqual([2, 3]);
    expect(await number(esbjerg)).toEqual([]);
  });

  it('are given in time that grows with the batch, not with what waits', async () => {
    await within(() =>
      database.inTransaction(esbjerg, async (tx) => {
        for (let n = 0; n < 4_000; n++) requestContext.run({ requestId: newId(), actor }, () => look(tx, [newId()]));
      }),
    );
    const times: number[] = [];
    for (let n = 0; n < 6; n++) {
      const began = performance.now();
      expect(await number(esbjerg, 200)).toHaveLength(200);
      times.push(performance.now() - began);
    }
    // quadratic, each took several hundred; a machine that is busy does not make each of them slow
    expect(Math.min(...times)).toBeLessThan(150);
    await number(esbjerg, 10_000);
  });

  it('and rows are changed by nobody: the app role neither updates nor deletes, the worker sees no content', async () => {
    for (const sql of ['UPDATE helhed.access_log SET seq = 1', 'DELETE FROM helhed.access_log'])
      await expect(database.inTransaction(nyborg, (tx) => tx.query(sql))).rejects.toThrow('permission denied');
    await expect((worker as Workers).query('SELECT subjects FROM helhed.access_log')).rejects.toThrow(
      'permission denied',
    );
    expect(await (worker as Workers).query('SELECT municipality FROM helhed.access_log WHERE seq IS NULL')).toEqual([]);
  });

  it('stay with the rows until these are old; what was not shipped is never dropped', async () => {
    await add(2, [newId()], esbjerg);
    const forget = () =>
      database.inTransaction(esbjerg, async (tx) => {
        const [row] = await tx.query<{ n: number }>(
          `SELECT helhed.forget_log(clock_timestamp() + interval '1 day', 10000) AS n`,
        );
        return row?.n;
      });
    expect(await forget()).toBe(4_003);
    expect(await forget()).toBe(0);
    expect((await number(esbjerg)).map(({ seq }) => Number(seq))).toEqual([4_004, 4_005]);
  });
});
