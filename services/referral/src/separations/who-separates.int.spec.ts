import { newId } from '@helhed/kernel';
import { Known } from '../../test/known.js';
import { World } from '../../test/world.js';
import { FindSeparations } from './find-separations.js';
import { SeparationPage } from './separations.dto.js';

describe('who must not be in one group', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());
  const list = (by = world.lead, asked: { limit?: number; programme?: string; cursor?: string } = {}) =>
    world.as(by, () => new FindSeparations(world.looks, world.paging).page(by, { limit: 50, ...asked }));
  const two = () => Promise.all([world.underTriage(), world.underTriage()]);

  it('is recorded once for one key, and known from then on, either way', async () => {
    const [one, other] = await two();
    const key = newId();
    const made = await world.separate(one, other, { key });
    expect(await world.separate(one, other, { key })).toEqual(made);
    expect((await world.acts(one.familyId)).slice(-2)).toEqual(['separation.record', 'separation.record']);
    await expect(world.separate(other, one)).rejects.toMatchObject({ kind: 'conflict', problem: 'separation-known' });
    // that it is known tells what the list does: a look
    expect((await world.acts(other.familyId)).slice(-3)).toEqual(Array.from({ length: 3 }, () => 'separation.record'));
    const both = await Promise.allSettled([world.separate(one, other), world.separate(other, one)]);
    expect(both.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await world.all('SELECT FROM separation WHERE id = $1', [made.id])).toHaveLength(1);
  });

  it('keeps no reason: what is stored is ids, days, and the unit', async () => {
    const columns = await world.all<{ column_name: string; data_type: string }>(
      `SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'separation' AND data_type = 'text'`,
    );
    expect(columns.map(({ column_name }) => column_name).toSorted()).toEqual([
      'municipality',
      'programme',
      'recorded_in',
    ]);
  });

  it('leaves nothing behind when it cannot be logged', async () => {
    const [one, other] = await two();
    await world.withoutLog(() => world.separate(one, other));
    expect(await world.all('SELECT FROM separation WHERE $1 IN (family_id, other_family_id)', [one.familyId])).toEqual(
      [],
    );
  });

  it('is recorded by whoever reaches both; of one that is not there or out of reach the answer is the same', async () => {
    const [one, other] = await two();
    const triager = world.actor('visitation-syd', 'triager');
    const refused = { kind: 'rule', problem: 'family-unknown' };
    await expect(world.separate(one, other, { by: triager })).rejects.toMatchObject(refused);
    await expect(world.separate(one, { id: newId() })).rejects.toMatchObject(refused);
    await expect(world.separate({ id: newId() }, other)).rejects.toMatchObject(refused);
    // whose triage nobody has started is every triager's
    const untouched = await world.receive();
    await expect(world.separate(untouched, one, { by: triager })).rejects.toMatchObject(refused);
    const made = await world.separate(untouched, one, { by: world.triager });
    expect(made.recordedIn).toBe('visitation');
    expect((await list(triager)).items).toEqual([]);
    expect((await list(world.triager)).items.map(({ id }) => id)).toContain(made.id);
  });

  it('is barred by somebody in either family', async () => {
    const [one, other] = await two();
    const known = new Known(world);
    const [relative = ''] = await known.match(other.id);
    const lead = world.actor('visitation', 'programme-lead');
    await world.separate(one, other);
    const before = (await list(lead)).total;
    await known.employee(lead.sub, relative, 'relative');
    expect((await list(lead)).total).toBe(before - 1);
    for (const pair of [
      [one, other],
      [other, one],
    ] as const)
      await expect(world.separate(pair[0], pair[1], { by: lead })).rejects.toMatchObject({
        problem: 'relative-record',
      });
  });

  it('is listed page by page with its exact total, and each look is logged with both families', async () => {
    const [one, other] = await two();
    const third = await world.underTriage();
    await world.separate(one, third);
    await world.separate(other, third);
    const all = await list();
    expect(SeparationPage.parse(all)).toEqual(all);
    const pages = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(world.lead, { limit: 1, ...(cursor && { cursor }) });
      expect(page.total).toBe(all.total);
      pages.push(...page.items);
      cursor = page.next;
    }
    expect(pages).toEqual(all.items);
    expect((await list(world.lead, { programme: 'morso-ftbt' })).total).toBe(0);
    const [look] = await world.all<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'separation.list' AND $1 = ANY (subjects) ORDER BY id DESC LIMIT 1`,
      [other.familyId],
    );
    expect(look?.subjects).toEqual(expect.arrayContaining([other.familyId, third.familyId]));
  });
});
