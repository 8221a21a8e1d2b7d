import pg from 'pg';
import { createServiceDatabase, type ServiceDatabase } from './create-service-database.js';

describe("a service's database", () => {
  let database: ServiceDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await createServiceDatabase('family-plan');
    owner = await connect(database.owner);
    await owner.query(`CREATE TABLE diary (municipality text, note text);
      ALTER TABLE diary ENABLE ROW LEVEL SECURITY; ALTER TABLE diary FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON diary USING (municipality = current_setting('t.municipality', true));
      GRANT SELECT, INSERT ON diary TO family_plan_app;
      SET t.municipality = '0450'; INSERT INTO diary VALUES ('0450', 'a'); SET t.municipality = ''`);
  });
  afterAll(() => owner.end());

  it('lets no role but the backup role past row level security', async () => {
    const { rows } = await owner.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'family_plan_%' AND (rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)`,
    );
    expect(rows).toEqual([{ rolname: 'family_plan_backup' }]);
  });

  it('binds its owner and the app role by the policies', async () => {
    expect((await owner.query('SELECT FROM diary')).rowCount).toBe(0);
    await as('app', async (app) => {
      expect((await app.query('SELECT FROM diary')).rowCount).toBe(0);
      await expect(app.query('ALTER TABLE diary DISABLE ROW LEVEL SECURITY')).rejects.toThrow('must be owner');
      await expect(app.query('SET ROLE family_plan_owner')).rejects.toThrow('permission denied');
      await expect(app.query('CREATE TABLE public.mine (id int)')).rejects.toThrow('permission denied');
    });
  });

  it('shows the backup role every row and lets it change none', async () => {
    await as('backup', async (backup) => {
      expect((await backup.query('SELECT FROM diary')).rowCount).toBe(1);
      await backup.query('SET default_transaction_read_only = off');
      await expect(backup.query(`INSERT INTO diary VALUES ('0450', 'b')`)).rejects.toThrow('permission denied');
      await expect(backup.query('DELETE FROM diary')).rejects.toThrow('permission denied');
    });
  });

  it('gives the worker role nothing that a migration did not grant, but its own other sessions to end', async () => {
    await as('worker', async (worker) => {
      await expect(worker.query('SELECT FROM diary')).rejects.toThrow('permission denied');
      const other = await connect(database.worker);
      const { rows } = await other.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = await worker.query<{ done: boolean }>('SELECT pg_terminate_backend($1) AS done', [rows[0]?.pid]);
      expect(ended.rows[0]?.done).toBe(true);
      await other.end().catch(() => undefined);
    });
  });

  it('is closed to other services', async () => {
    const referral = await createServiceDatabase('referral');
    const trespass = new URL(referral.app);
    trespass.pathname = `/${database.name}`;
    await expect(connect(trespass.href)).rejects.toThrow('permission denied for database');
  });

  async function as(role: 'app' | 'worker' | 'backup', work: (client: pg.Client) => Promise<void>): Promise<void> {
    const client = await connect(database[role]);
    await work(client).finally(() => client.end());
  }
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
