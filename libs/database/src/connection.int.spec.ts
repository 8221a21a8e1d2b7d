import { createServiceDatabase, type ServiceDatabase } from '@helhed/testing';
import type { DataSource } from 'typeorm';
import { Connection } from './connection.js';
import { dataSource } from './data-source.js';
import { Workers } from './workers.js';

type Ask = (...given: unknown[]) => Promise<{ rows: object[] }>;

describe('a connection', () => {
  let at: ServiceDatabase;
  let owner: Workers;
  let source: DataSource;

  beforeAll(async () => {
    at = await createServiceDatabase('referral');
    owner = new Workers(at.owner);
    await owner.query('CREATE TABLE thing (id int PRIMARY KEY)');
    await owner.query('GRANT ALL ON thing TO referral_app');
    source = await dataSource({ url: at.app, entities: [], poolSize: 1 }).initialize();
  });
  afterAll(async () => {
    await Promise.all([source?.destroy(), owner?.close()]);
  });

  it('plans a statement with parameters once', async () => {
    const text = 'SELECT $1::int + 1 AS sum';
    for (const number of [1, 2, 3]) expect(await source.query(text, [number])).toEqual([{ sum: number + 1 }]);
    const prepared = 'SELECT generic_plans + custom_plans AS times FROM pg_prepared_statements WHERE statement = $1';
    expect(await source.query(prepared, [text])).toEqual([{ times: '3' }]);
  });

  it('sends what is asked in one turn in one packet', async () => {
    const connection = new Connection({ connectionString: at.app, pipeline: true });
    await connection.connect();
    const { stream } = connection.connection;
    const packets: unknown[] = [];
    const write = stream._writev?.bind(stream);
    stream._writev = (chunks, done) => {
      packets.push(chunks);
      write?.(chunks, done);
    };
    const ask = connection.query.bind(connection) as unknown as Ask;
    const answers = await Promise.all([ask('BEGIN'), ask('SELECT $1::int AS one', [1]), ask('COMMIT')]);
    expect(answers[1].rows).toEqual([{ one: 1 }]);
    expect(packets).toHaveLength(1);
    await connection.end();
  });

  it('takes the same statement again after it failed', async () => {
    const insert = (id: number) => source.query('INSERT INTO thing (id) VALUES ($1) RETURNING id', [id]);
    expect(await insert(1)).toEqual([{ id: 1 }]);
    await expect(insert(1)).rejects.toThrow('duplicate key');
    expect(await insert(2)).toEqual([{ id: 2 }]);
  });

  it('plans anew when a migration has given a statement other columns', async () => {
    const all = () => source.query('SELECT * FROM thing WHERE id = $1', [1]);
    expect(await all()).toEqual([{ id: 1 }]);
    await owner.query('ALTER TABLE thing ADD COLUMN name text');
    await expect(all()).rejects.toThrow('cached plan');
    expect(await all()).toEqual([{ id: 1, name: null }]);
  });
});
