import type { Actor } from '@helhed/access';
import { getDefinition } from '@helhed/programmes';
import { World } from '../../test/world.js';
import { FindReferrals } from './find-referrals.js';
import { ReferralPage, type ReferralQuery } from './referrals.dto.js';

describe('the list of referrals', () => {
  let world: World;
  let sent: string[];
  beforeAll(async () => {
    world = await World.make();
    await world.publish(getDefinition('esbjerg-familieraadslagning'));
    sent = [];
    for (let index = 0; index < 5; index++) sent.push((await world.receive()).id);
    sent.push(
      (await world.receive({ programme: 'esbjerg-familieraadslagning', facts: { concerns: ['wellbeing'] } })).id,
    );
    sent.push((await world.receive({ referringUnit: 'db-maelkebotten' }, world.stranger)).id);
    sent.push((await world.underTriage()).id);
  });
  afterAll(() => world.stop());

  const page = (actor: Actor, query: Partial<ReferralQuery> = {}) =>
    world.as(actor, () => new FindReferrals(world.looks, world.paging).page(actor, { limit: 50, ...query }));

  it('has all of the municipality for triage, in the order of receipt', async () => {
    const all = await page(world.triager);
    expect(all.items.map(({ id }) => id)).toEqual(sent);
    expect(ReferralPage.parse(all)).toEqual({ ...all, total: 8 });
  });

  it('has one’s own unit’s for others, with totals of what is within reach', async () => {
    const [own, other] = [await page(world.pedagogue), await page(world.stranger)];
    expect([own.total, own.items.length, other.total]).toEqual([7, 7, 1]);
    expect(other.items[0]?.id).toBe(sent[6]);
    expect((await page(world.actor('familiestuen', 'group-leader'))).total).toBe(0);
  });

  it('filters by state and programme', async () => {
    expect((await page(world.triager, { state: 'under-triage' })).items.map(({ id }) => id)).toEqual([sent[7]]);
    expect((await page(world.triager, { state: 'received' })).total).toBe(7);
    expect((await page(world.triager, { programme: 'esbjerg-familieraadslagning' })).items.map(({ id }) => id)).toEqual(
      [sent[5]],
    );
  });

  it('comes page by page, each referral once', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next, total } = await page(world.triager, { limit: 3, cursor });
      expect(total).toBe(8);
      seen.push(...items.map(({ id }) => id));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toEqual(sent);
  });

  it('is logged as one look at the families on the page', async () => {
    const { items } = await page(world.triager, { limit: 2 });
    const [log] = await world.all<object>('SELECT kind, act, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1');
    expect(log).toEqual({ kind: 'look', act: 'referral.list', subjects: items.map(({ familyId }) => familyId) });
  });
});
