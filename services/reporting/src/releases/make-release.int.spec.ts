import { randomBytes } from 'node:crypto';
import type { Actor } from '@helhed/access';
import { PlaceAssigned, ReferralAccepted, ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { localDate, newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import { Paging } from '@helhed/web';
import { cohortByHand } from '../../test/cohort-by-hand.js';
import { Numbering, programme } from '../../test/events.js';
import { makeHistory } from '../../test/history.js';
import { World, type Here } from '../../test/world.js';
import { countCohort } from './count-cohort.js';
import { FindReleases } from './find-releases.js';
import { MakeRelease } from './make-release.js';

describe("a year's figures that are released", () => {
  let world: World;
  let here: Here;
  let history: CloudEvent[];
  let numbering: Numbering;
  beforeAll(async () => {
    world = await World.start();
  });
  beforeEach(async () => {
    here = await world.municipality();
    numbering = new Numbering(here.code);
    history = makeHistory({ families: 60, seed: 5, municipality: here.code, from: '2023-02-01', days: 600 });
    await world.deliver(history);
  });
  afterAll(() => world?.stop());

  const as = <T>(actor: Actor, key: string, work: () => Promise<T>): Promise<T> => {
    const idempotency = { keyHash: Buffer.from(key.padEnd(32)), bodyHmac: Buffer.from('body'.padEnd(32)) };
    return requestContext.run({ requestId: newId(), actor, idempotency }, work);
  };
  const make = (year: number, key: string = newId(), of = programme) =>
    as(here.lead, key, () => new MakeRelease(world.database).run(here.lead, { programme: of, year }));
  const stored = () => world.rows('SELECT * FROM release WHERE municipality = $1 ORDER BY year', [here.code]);

  it.each([2022, 2023, 2024])(
    'count the families of %i once, and what became of them by the end of the next',
    async (year) => {
      const { days, ...counts } = await here.inTx((tx) => countCohort(tx, programme, year));
      const { days: byHand, ...expected } = cohortByHand(history, year);
      expect(counts).toEqual(expected);
      expect(days.toSorted((a, b) => a - b)).toEqual(byHand);
      if (year > 2022) expect(expected.completed).toBeGreaterThan(0);
    },
  );

  it('count a family that was referred twice in the year as one, and nothing that came later than the next', async () => {
    const before = await here.inTx((tx) => countCohort(tx, programme, 2023));
    const family = { familyId: newId(), programme };
    const origin = { programmeVersion: 1, referringUnit: 'db-solsikken', kind: 'professional' as const };
    const [first, second] = [newId(), newId()];
    await world.deliver([
      numbering.next(ReferralReceived, { ...family, ...origin, referralId: first, receivedOn: '2023-03-01' }),
      numbering.next(ReferralReceived, { ...family, ...origin, referralId: second, receivedOn: '2023-12-31' }),
      numbering.next(ReferralAccepted, { ...family, referralId: second, acceptedOn: '2024-12-31' }),
      numbering.next(PlaceAssigned, {
        ...family,
        referralId: second,
        placeId: newId(),
        groupId: newId(),
        assignedOn: '2025-01-01',
      }),
    ]);
    const after = await here.inTx((tx) => countCohort(tx, programme, 2023));
    expect(after).toEqual({ ...before, referred: before.referred + 1, accepted: before.accepted + 1 });
  });

  it('are ranges that hold the numbers, with what they mean, and the command is logged', async () => {
    const { referred, accepted, placed, started, completed, spoken, moved } = cohortByHand(history, 2023);
    const { figures, year, programmeVersion } = await make(2023);
    expect([year, programmeVersion]).toEqual([2023, 1]);
    const counts = {
      referred,
      accepted,
      'places-assigned': placed,
      started,
      completed,
      'conversations-held': spoken,
      'goals-moved': moved,
    };
    expect(
      figures
        .filter(({ unit }) => unit === 'families')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(Object.keys(counts).sort());
    for (const [code, exact] of Object.entries(counts)) {
      const { range, definition } = figures.find((figure) => figure.code === code)!;
      expect([code, range!.from <= exact && exact <= range!.to, range!.to - range!.from]).toEqual([code, true, 4]);
      expect(definition.da).not.toBe('');
    }
    expect(placed).toBeGreaterThanOrEqual(10);
    expect(figures.find(({ code }) => code === 'waiting-days-median')?.range).not.toBeNull();
    const logged = await world.rows(`SELECT act FROM helhed.access_log WHERE municipality = $1`, [here.code]);
    expect(logged).toEqual([{ act: 'releases.make' }]);
  });

  it('stay as they are, whatever comes later, and when the read models are made again', async () => {
    await make(2023);
    const before = await stored();
    await world.deliver(makeHistory({ families: 30, seed: 8, municipality: here.code, from: '2023-02-01' }));
    await here.rebuilt();
    await make(2024);
    expect((await stored())[0]).toEqual(before[0]);
    await expect(make(2023)).rejects.toMatchObject({ kind: 'conflict', problem: 'release-known' });
    for (const change of [`UPDATE release SET year = 1999`, 'DELETE FROM release'])
      await expect(here.inTx((tx) => tx.query(change))).rejects.toThrow(/permission denied/);
  });

  it('are one release, asked for twice with one key or by two at once', async () => {
    const first = await make(2023, 'a key');
    expect(await make(2023, 'a key')).toEqual(first);
    const both = await Promise.allSettled([make(2024), make(2024)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stored()).toHaveLength(2);
  });

  it('are not of a year whose next is not over, nor of a programme that is not published; and nothing is left of it', async () => {
    const year = Number(localDate(new Date()).slice(0, 4)) - 1;
    await expect(make(year)).rejects.toMatchObject({ kind: 'rule', problem: 'release-too-early' });
    await expect(make(2023, newId(), 'another')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await stored()).toEqual([]);
    expect(await world.rows('SELECT FROM helhed.access_log WHERE municipality = $1', [here.code])).toEqual([]);
  });

  it("are listed, the newest first, a page at a time; and are nobody's in another municipality", async () => {
    const [older, newer] = [await make(2023), await make(2024)];
    const find = new FindReleases(world.database, new Paging(randomBytes(32)));
    const page = (cursor?: string) => find.page(here.lead, { limit: 1, cursor });
    const first = await page();
    expect([first.items, first.total]).toEqual([[newer], 2]);
    const rest = await page(first.next ?? undefined);
    expect([rest.items, rest.next]).toEqual([[older], null]);
    expect(await find.get(here.lead, older.id)).toEqual(older);
    const elsewhere = (await world.municipality()).lead;
    await expect(find.get(elsewhere, older.id)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await find.page(elsewhere, { limit: 9 })).items).toEqual([]);
  });
});
