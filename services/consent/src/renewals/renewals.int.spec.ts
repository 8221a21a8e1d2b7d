import { createHash } from 'node:crypto';
import { PlaceAssigned, ReferralClosed } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { nextEvent } from '../../test/events.js';
import { as, matched, personIn, programme, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
let family: ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
const page = (limit = 50, cursor?: string, actor = triager) =>
  as(actor, (by) => world.renewals.page(by, { limit, ...(cursor ? { cursor } : {}) }));
const tasks = async () =>
  (await page()).items.map(({ on, month, because, persons, basis }) => [on ?? month, because, persons, basis.id]);

beforeAll(async () => {
  world = await startWorld();
  family = matched();
  // 15 on 20 April 2027, in a month that begins six months and some days after the start
  world.births.set(family.alma, '2012-04-20');
  await world.hear(...family.events);
});
afterAll(() => world.stop());

describe('renewal tasks', () => {
  it('come six months before a child’s own voice, and a month before a basis expires, until it is given anew', async () => {
    await world.live('2026-09-03');
    const { id } = await as(triager, (actor) => world.recordBasis.run(actor, asserted(family)));
    await world.live('2026-09-29');
    expect(await tasks()).toEqual([]);
    await world.live('2026-09-30');
    const inApril = ['2027-04', 'covers-fewer', [family.alma], id];
    expect(await tasks()).toEqual([inApril]);
    await world.live('2027-03-20');
    expect(await tasks()).toEqual([inApril]);
    // thirty days before, the other services are told the day too (A-BAS-12)
    await world.live('2027-03-21');
    const birthday = ['2027-04-20', 'covers-fewer', [family.alma], id];
    expect(await tasks()).toEqual([birthday]);
    await world.live('2027-04-19');
    expect(await tasks()).toEqual([birthday]);
    // at midnight it is no task, but so: her own consent is needed
    await world.live('2027-04-20');
    expect(await tasks()).toEqual([]);
    await world.live('2027-08-03');
    expect(await tasks()).toEqual([]);
    await world.live('2027-08-04');
    const all = [family.maja, family.jonas, family.alma];
    expect(await tasks()).toEqual([['2027-09-03', 'expires', all, id]]);
    const terms = {
      givenBy: all,
      how: 'spoken',
      givenOn: '2027-08-04',
      evidence: 'Journalnotat 9',
      validFrom: '2027-09-03',
    } as const;
    const once = { keyHash: createHash('sha256').update(newId()).digest(), bodyHmac: createHash('sha256').digest() };
    await as(triager, (actor) => world.renewBasis.run(actor, id, terms), once);
    expect(await tasks()).toEqual([]);
  });

  it('tell no day that follows from a birth date by when they come, in which order, or for which period', async () => {
    await world.live('2026-10-05');
    const tasksOf = async (born: string) => {
      const other = matched();
      world.births.set(other.alma, born);
      await world.hear(...other.events);
      const ids: string[] = [];
      for (const validTo of [undefined, '2027-05-01', '2027-04-21', '2027-04-12', '2027-04-02'])
        ids.push((await as(triager, (actor) => world.recordBasis.run(actor, asserted(other, { validTo })))).id);
      const seen = async () =>
        (await page(200)).items
          .filter(({ basis }) => ids.includes(basis.id))
          .map(({ on, month, basis }) => [on, month, ids.indexOf(basis.id)]);
      const found = [await seen()];
      for (const day of ['2026-09-30', '2026-10-20']) {
        await world.live(day);
        found.push(await seen());
      }
      await world.live('2026-10-05');
      return found;
    };
    const [early, late] = [await tasksOf('2012-04-02'), await tasksOf('2012-04-30')];
    expect(early[0]).toEqual([
      [null, '2027-04', 0],
      [null, '2027-04', 1],
    ]);
    expect(late).toEqual(early);
  });

  it('come of nothing that is for the course alone once that is over: what is for the follow-up is renewed', async () => {
    await world.live('2026-10-05');
    const other = matched();
    await world.hear(...other.events);
    const ids: Record<string, string> = {};
    for (const [purpose, category] of [
      ['contact-support', 'plan'],
      ['course', 'plan'],
      ['follow-up', 'plan'],
      ['outcome-to-sender', 'referral-outcome'],
    ] as const) {
      const wish = asserted(other, { purpose, categories: [category], validTo: '2026-10-20' });
      ids[purpose] = (await as(triager, (actor) => world.recordBasis.run(actor, wish))).id;
    }
    const due = async () => {
      const found = (await page(200)).items.map(({ basis }) => basis.id);
      return Object.keys(ids).filter((purpose) => found.includes(ids[purpose] as string));
    };
    expect(await due()).toEqual(['contact-support', 'course', 'follow-up', 'outcome-to-sender']);
    const of = { familyId: other.familyId, referralId: other.referralId, programme };
    const place = { placeId: newId(), groupId: newId(), assignedOn: '2026-10-05' };
    await world.hear(nextEvent(nyborg, PlaceAssigned, { ...of, ...place }));
    expect(await due()).toEqual(['contact-support', 'course', 'follow-up', 'outcome-to-sender']);
    await world.hear(nextEvent(nyborg, ReferralClosed, { ...of, closedOn: '2026-10-05', outcome: 'completed' }));
    expect(await due()).toEqual(['follow-up', 'outcome-to-sender']);
  });

  it('are those of the unit that recorded the basis, in pages with the exact total', async () => {
    await world.live('2026-10-05');
    for (let number = 0; number < 5; number++)
      await as(triager, (actor) => world.recordBasis.run(actor, asserted(family, { validTo: `2026-10-1${number}` })));
    expect(await page(50, undefined, personIn(nyborg, 'familiestuen', 'group-leader'))).toEqual({
      items: [],
      next: null,
      total: 0,
    });
    const whole = await page();
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const part = await page(2, cursor);
      expect(part.total).toBe(whole.items.length);
      seen.push(...part.items);
      cursor = part.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(whole.items);
    expect(whole.total).toBeGreaterThanOrEqual(5);
  });
});
