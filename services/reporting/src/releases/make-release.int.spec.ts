import type { Actor } from '@helhed/access';
import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { Numbering, programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { countByHand } from '../../test/oracle.js';
import { World, type Here } from '../../test/world.js';
import { MakeRelease } from './make-release.js';

describe("a year's figures that are released", () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  beforeAll(async () => {
    world = await World.start();
  });
  beforeEach(async () => {
    here = await world.municipality();
    history = makeHistory({ families: 40, seed: 5, municipality: here.code, from: '2024-02-01', days: 500 });
    await world.deliver(history);
  });
  afterAll(() => world?.stop());

  const as = <T>(actor: Actor, key: string, work: () => Promise<T>): Promise<T> => {
    const idempotency = { keyHash: Buffer.from(key.padEnd(32)), bodyHmac: Buffer.from('body'.padEnd(32)) };
    return requestContext.run({ requestId: newId(), actor, idempotency }, work);
  };
  const make = (year: number, key: string = newId()) =>
    as(here.lead, key, () => new MakeRelease(world.database).run(here.lead, { programme, year }));
  const stored = () => world.rows('SELECT * FROM release WHERE municipality = $1 ORDER BY year', [here.code]);

  it('are ranges that hold the exact numbers, with what they mean, and the command is logged', async () => {
    const exact = countByHand(history, { programme, from: '2024-01-01', to: '2024-12-31' });
    const { figures, year, programmeVersion } = await make(2024);
    expect([year, programmeVersion]).toEqual([2024, 1]);
    expect(figures.map(({ code }) => code).sort()).toEqual(Object.keys(exact).sort());
    const shown = figures.filter(({ range }) => range !== null);
    expect(shown.length).toBeGreaterThan(5);
    for (const { code, unit, range, definition } of shown) {
      const count = exact[code as keyof typeof exact] as number;
      expect([code, range!.from <= count && count <= range!.to]).toEqual([code, true]);
      expect([code, range!.to - range!.from + 1]).toEqual([code, unit === 'days' ? 7 : 5]);
      expect(definition.da).not.toBe('');
    }
    const logged = await world.rows(`SELECT act FROM helhed.access_log WHERE municipality = $1`, [here.code]);
    expect(logged).toEqual([{ act: 'releases.make' }]);
  });

  it('stay as they are, whatever comes later, and when the read models are made again', async () => {
    await make(2024);
    const before = await stored();
    const late = new Numbering(here.code).next(ReferralReceived, {
      referralId: newId(),
      familyId: newId(),
      programme,
      programmeVersion: 1,
      referringUnit: 'db-solsikken',
      kind: 'professional',
      receivedOn: '2024-03-01',
    });
    await world.deliver([late, ...makeHistory({ families: 9, seed: 8, municipality: here.code, from: '2024-02-01' })]);
    await here.rebuilt();
    await make(2025);
    expect((await stored())[0]).toEqual(before[0]);
    await expect(make(2024)).rejects.toMatchObject({ kind: 'conflict', problem: 'release-known' });
    for (const change of [`UPDATE release SET year = 1999`, 'DELETE FROM release'])
      await expect(here.inTx((tx) => tx.query(change))).rejects.toThrow(/permission denied/);
  });

  it('are one release, asked for twice with one key or by two at once', async () => {
    const first = await make(2024, 'a key');
    expect(await make(2024, 'a key')).toEqual(first);
    const both = await Promise.allSettled([make(2025), make(2025)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stored()).toHaveLength(2);
  });

  it('are not of a year that is not over, nor of a programme that is not published; and nothing is left of it', async () => {
    await expect(make(2026)).rejects.toMatchObject({ kind: 'rule', problem: 'year-not-over' });
    const unknown = as(here.lead, newId(), () =>
      new MakeRelease(world.database).run(here.lead, { programme: 'another', year: 2024 }),
    );
    await expect(unknown).rejects.toMatchObject({ kind: 'not-found' });
    expect(await stored()).toEqual([]);
    expect(await world.rows('SELECT FROM helhed.access_log WHERE municipality = $1', [here.code])).toEqual([]);
  });
});
