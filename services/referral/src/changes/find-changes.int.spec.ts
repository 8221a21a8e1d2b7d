import { forgetChanges, lockFeed, numberChanges, type Actor } from '@helhed/access';
import { FamilyEnrolled } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { jest } from '@jest/globals';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { AmendReferral } from '../referrals/amend-referral.js';
import { WhenEnrolled } from '../referrals/when-enrolled.js';
import { ChangePage, type ChangeQuery } from './changes.dto.js';
import { FindChanges } from './find-changes.js';

describe('what a sender’s system is told has changed', () => {
  let world: World;
  let known: Known;
  beforeAll(async () => {
    world = await World.make(20);
    known = new Known(world);
  });
  afterAll(() => world.stop());

  const systemOf = (unit: string): Actor => ({ ...world.actor(unit, 'referrer'), kind: 'system', azp: unit });
  const take = (actor: Actor, query: Partial<ChangeQuery> = {}) =>
    world.as(actor, () =>
      new FindChanges(world.database, world.looks, world.paging).page(actor, { limit: 200, ...query }),
    );
  const types = async (actor: Actor) => (await take(actor)).items.map(({ type }) => type);
  /** Of a unit of its own, matched, with a consent that lets it hear the outcome. */
  async function heard(unit: string) {
    const system = systemOf(unit);
    const { id, familyId } = await world.receive({ referringUnit: unit }, system);
    const persons = await known.match(id);
    const basis = await known.basis(persons, { toUnit: unit });
    return { system, id, familyId, persons, basis };
  }

  it('is each step of its referrals in order, by id and type, and nothing else', async () => {
    const { system, id } = await heard('db-egernet');
    const amendment = { reason: 'Ny oplysning' };
    await world.as(system, () =>
      new AmendReferral(world.database, world.catalogue, world.looks).run(system, id, 1, amendment),
    );
    await world.accept(await world.startTriage(id, world.triager, 2));
    await world.openPlace();
    const page = await take(system);
    expect(ChangePage.parse(page)).toEqual(page);
    expect(page.items).toEqual(
      ['received', 'amended', 'triage-started', 'waiting', 'place-assigned'].map((step) => ({
        id,
        type: `referral.${step}`,
      })),
    );
    expect(page.total).toBe(5);
  });

  it('is told once of an enrolment, though a snapshot says it again', async () => {
    const { system, id, familyId } = await heard('db-haren');
    const data = { referralId: id, familyId, enrolmentId: newId(), enrolledOn: '2026-11-20' };
    for (let times = 0; times < 2; times++)
      await world.react((tx) => new WhenEnrolled().handle({ type: FamilyEnrolled.type, data } as never, { tx }));
    expect(await types(system)).toEqual(['referral.received', 'referral.enrolled']);
  });

  it('goes on from where it was, also when nothing was there', async () => {
    const { system, id } = await heard('db-raeven');
    const first = await take(system);
    expect(first).toMatchObject({ items: [{ type: 'referral.received' }], next: null });
    const cursor = first.resume as string;
    const none = await take(system, { cursor });
    expect(none).toEqual({ items: [], next: null, total: 0, resume: cursor });
    await world.startTriage(id);
    const second = await take(system, { cursor: none.resume as string });
    expect(second).toMatchObject({ items: [{ id, type: 'referral.triage-started' }], total: 1 });
    expect(second.resume).not.toBe(cursor);
    expect((await take(systemOf('db-tomt'))).resume).toBeNull();
  });

  it('comes page by page, each change once', async () => {
    const { system, id } = await heard('db-ulven');
    await world.accept(await world.startTriage(id));
    const told: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages === 0 || cursor; pages++) {
      const page: ChangePage = await take(system, { limit: 1, ...(cursor !== null && { cursor }) });
      told.push(...page.items.map(({ type }) => type));
      cursor = page.next;
    }
    expect(told).toEqual(await types(system));
  });

  it('is nothing of what was not consented to, nor anything after a withdrawal, and says no word of it', async () => {
    const { system, id, persons, basis } = await heard('db-bjoernen');
    await world.startTriage(id);
    const before = await take(system);
    expect(before.total).toBe(2);
    await known.withdraw(basis, persons);
    expect(await take(system)).toEqual({ items: [], next: null, total: 0, resume: null });
    const cursor = before.resume as string;
    expect(await take(system, { cursor })).toEqual({ items: [], next: null, total: 0, resume: cursor });
  });

  it('has a cursor that is as long after few changes as after many, withheld ones among them', async () => {
    const { system, id } = await heard('db-laengden');
    const first = await take(system);
    await world.react((tx) =>
      tx.query(`UPDATE helhed.unit_feed SET last_number = 9 WHERE municipality = $1 AND unit = 'db-laengden'`, [
        world.municipality,
      ]),
    );
    await world.startTriage(id);
    const second = await take(system);
    expect(second.items).toHaveLength(2);
    expect(second.resume).toHaveLength(first.resume!.length);
    const page = await take(system, { limit: 1 });
    expect(page.next).toHaveLength(first.resume!.length);
    expect((await take(system, { cursor: page.next! })).items).toEqual([{ id, type: 'referral.triage-started' }]);
    expect((await take(system, { cursor: second.resume! })).items).toEqual([]);
  });

  it('is of its own unit alone', async () => {
    await heard('db-musen');
    expect((await take(systemOf('db-anden'))).total).toBe(0);
    expect((await take({ ...systemOf('db-musen'), municipality: '0561' as never })).total).toBe(0);
    expect((await take({ ...systemOf('db-musen'), function: 'group-leader' })).total).toBe(0);
  });

  it('is in the log with the system, the family and what it was told on', async () => {
    const { system, id, familyId, persons, basis } = await heard('db-svanen');
    await world.startTriage(id);
    await take(system);
    const rows = await world.all(
      `SELECT actor_kind, azp, unit, categories, bases, purposes, subjects FROM helhed.access_log
       WHERE act = 'change.list' AND actor_sub = $1`,
      [system.sub],
    );
    expect(rows).toEqual([
      {
        actor_kind: 'system',
        azp: 'db-svanen',
        unit: 'db-svanen',
        categories: ['referral-outcome'],
        bases: expect.arrayContaining([basis]),
        purposes: ['outcome-to-sender'],
        subjects: expect.arrayContaining([familyId, ...persons]),
      },
    ]);
  });

  it('misses nothing that 16 write at once, and keeps the order of each', async () => {
    const all = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const { id } = await world.receive({ referringUnit: 'db-myren' }, systemOf('db-myren'));
        await known.basis(await known.match(id), { toUnit: 'db-myren' });
        return id;
      }),
    );
    const system = systemOf('db-myren');
    const told: { id: string; type: string }[] = [];
    let cursor: string | null = null;
    const more = async (): Promise<void> => {
      const page: ChangePage = await take(system, { limit: 3, ...(cursor !== null && { cursor }) });
      told.push(...page.items);
      cursor = page.resume;
    };
    let writing = true;
    const reading = (async () => {
      while (writing) await more();
    })();
    // others number at the same time
    const numbering = (async () => {
      while (writing) await world.react((tx) => numberChanges(tx, 'db-myren'));
    })();
    await Promise.all(all.map(async (id) => world.accept(await world.startTriage(id))));
    writing = false;
    await Promise.all([reading, numbering]);
    for (let had = -1; had < told.length;) {
      had = told.length;
      await more();
    }
    const order = ['referral.received', 'referral.triage-started', 'referral.waiting'];
    for (const id of all) expect(told.filter((each) => each.id === id).map(({ type }) => type)).toEqual(order);
    const numbers = await world.all<{ number: string }>(
      `SELECT number FROM helhed.unit_change WHERE unit = 'db-myren' ORDER BY number`,
    );
    expect(numbers.map(({ number }) => Number(number))).toEqual(Array.from({ length: 48 }, (_, n) => n + 1));
  });

  it('holds up nobody else who takes the feed while it looks', async () => {
    const { system } = await heard('db-engen');
    let looked = (): void => undefined;
    const held = new Promise<void>((resolve) => (looked = resolve));
    const other = held.then(() => world.react((tx) => lockFeed(tx, 'db-engen')));
    const at = world.looks.at.bind(world.looks);
    const looking = jest.spyOn(world.looks, 'at').mockImplementationOnce((actor, act, work) =>
      at(actor, act, async (look) => {
        const page = await work(look);
        looked();
        await other;
        return page;
      }),
    );
    expect(await types(system)).toEqual(['referral.received']);
    expect(looking).toHaveBeenCalledTimes(1);
    looking.mockRestore();
  });

  it('numbers what commits late behind what was told already', async () => {
    const { system, id } = await heard('db-sneglen');
    const other = await world.receive({ referringUnit: 'db-sneglen' }, system);
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const late = world.react(async (tx) => {
      await tx.query(
        `INSERT INTO helhed.unit_change (municipality, unit, thing, type, at)
         VALUES (helhed.tenant(), 'db-sneglen', $1, 'referral.held', $2)`,
        [id, tx.now],
      );
      written();
      await held;
    });
    await isWritten;
    await known.basis(await known.match(other.id), { toUnit: 'db-sneglen' });
    await world.startTriage(other.id);
    const { resume, total } = await take(system);
    expect(total).toBe(3);
    commit();
    await late;
    expect((await take(system, { cursor: resume as string })).items).toEqual([{ id, type: 'referral.held' }]);
  });

  it('is kept for 30 days, and then gone', async () => {
    const { system, id } = await heard('db-uglen');
    await world.setClock('2026-11-20T08:00:00Z');
    await world.startTriage(id);
    await world.setClock('2026-12-06T08:00:00Z');
    expect(await types(system)).toEqual(['referral.triage-started']);
    const left = `SELECT count(*)::int AS n FROM helhed.unit_change WHERE unit = 'db-uglen'`;
    expect(await world.all(left)).toEqual([{ n: 2 }]);
    await world.react(forgetChanges);
    expect(await world.all(left)).toEqual([{ n: 1 }]);
  });

  it('is rolled back with what was to change', async () => {
    const { id } = await world.receive({ referringUnit: 'db-pinden' }, systemOf('db-pinden'));
    await world.withoutOutbox(() => world.startTriage(id));
    expect(await world.all('SELECT type FROM helhed.unit_change WHERE thing = $1', [id])).toEqual([
      { type: 'referral.received' },
    ]);
  });
});
