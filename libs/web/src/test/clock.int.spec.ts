import pg from 'pg';
import { startService } from '../server/start-service.js';
import { club as definition, type Club, startClub } from './start-club.js';

const real = { HELHED_DEMO: '0' };

describe('the clock where the platform is no demonstration', () => {
  let club: Club;
  beforeAll(async () => {
    club = await startClub(undefined, real);
  });
  afterAll(() => club.stop());

  const asOwner = async (sql: string) => {
    const client = new pg.Client({ connectionString: club.database.owner });
    await client.connect();
    // the owner, too, sees a municipality only from within
    await client.query(`SELECT set_config('helhed.municipality', '0450', false)`);
    return client.query<{ act: string }>(sql).finally(() => client.end());
  };
  const worker = async (sql: string) => {
    const client = new pg.Client({ connectionString: club.database.worker });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  it('is moved by nobody', async () => {
    const moved = await club.ask('PUT', '/v1/operations/clock/0450', {
      body: { offsetMs: 1 },
      token: club.tokens.operator(),
    });
    expect([moved.status, moved.json.type]).toEqual([403, '/referral/problems/real-time-only']);
    const { rows } = await asOwner(`SELECT act FROM helhed.access_log WHERE act = 'operations.set-clock'`);
    expect(rows).toEqual([]);
  });

  it('that a demonstration has moved stops a service from starting, and it says why', async () => {
    await worker(`UPDATE helhed.municipality SET clock_offset_ms = 86400000 WHERE code = '0450'`);
    const started = startService(definition, { ...club.env, ...real });
    await expect(started).rejects.toThrow('The clock of 0450 is not at real time, and HELHED_DEMO is not 1');
    const demonstration = await startService(definition, { ...club.env, HELHED_DEMO: '1' });
    await demonstration.stop();
    await worker('UPDATE helhed.municipality SET clock_offset_ms = 0');
    await (await startService(definition, { ...club.env, ...real })).stop();
  });
});
