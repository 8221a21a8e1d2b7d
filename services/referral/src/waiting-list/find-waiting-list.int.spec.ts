import { programme, World } from '../../test/world.js';
import { FindWaitingList } from './find-waiting-list.js';
import { WaitingListChangePage, WaitingListPage, type WaitingListQuery } from './waiting-list.dto.js';

describe('the waiting list', () => {
  let world: World;
  const waiting: { id: string; familyId: string }[] = [];
  let place: string;
  beforeAll(async () => {
    world = await World.make();
    for (const day of ['03', '04', '05']) {
      await world.setClock(`2026-11-${day}T08:00:00Z`);
      waiting.push(await world.underTriage());
    }
    // triage decides in another order than that of receipt
    const [first, second, third] = waiting as [Summary, Summary, Summary];
    for (const referral of [third, first, second]) await world.accept(referral);
    place = await world.openPlace();
  });
  afterAll(() => world.stop());
  type Summary = Awaited<ReturnType<World['underTriage']>>;

  const list = () => new FindWaitingList(world.looks, world.paging);
  const families = (query: Partial<WaitingListQuery> = {}) =>
    world.as(world.triager, () => list().families(world.triager, { programme, limit: 50, ...query }));
  const changes = (query: Partial<WaitingListQuery> = {}) =>
    world.as(world.triager, () => list().changes(world.triager, { programme, limit: 50, ...query }));

  it('gives a place to the family that was received first, not to the one accepted first', async () => {
    expect(await world.all('SELECT referral_id FROM place WHERE id = $1', [place])).toEqual([
      { referral_id: waiting[0]?.id },
    ]);
    expect(await world.names(waiting[0]?.familyId ?? '')).toEqual([
      'received',
      'triage-started',
      'accepted',
      'waiting',
      'place-assigned',
    ]);
  });

  it('stands in the order of receipt and explains every position', async () => {
    const page = await families();
    expect(WaitingListPage.parse(page)).toEqual(page);
    expect(page.total).toBe(2);
    expect(page.items.map(({ position, referralId, receivedOn }) => [position, referralId, receivedOn])).toEqual([
      [1, waiting[1]?.id, '2026-11-04'],
      [2, waiting[2]?.id, '2026-11-05'],
    ]);
    expect(page.items[1]?.explanation.en).toBe(
      'Referred on 2026-11-05. Waiting families that were referred before: 1.',
    );
  });

  it('comes page by page, positions counted on', async () => {
    const first = await families({ limit: 1 });
    const second = await families({ limit: 1, cursor: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ position }) => position)).toEqual([1, 2]);
    expect(second.next).toBeNull();
  });

  it('keeps every change of place with its reason, latest first', async () => {
    const page = await changes();
    expect(WaitingListChangePage.parse(page)).toEqual(page);
    expect(
      page.items.map(({ referralId, change, position, reason }) => [referralId, change, position, reason]),
    ).toEqual([
      [waiting[0]?.id, 'given-a-place', 1, 'first-in-line'],
      [waiting[1]?.id, 'joined', 2, 'no-open-place'],
      [waiting[0]?.id, 'joined', 1, 'no-open-place'],
      [waiting[2]?.id, 'joined', 1, 'no-open-place'],
    ]);
    const paged = await changes({ limit: 3 });
    expect((await changes({ limit: 3, cursor: paged.next ?? '' })).items).toHaveLength(1);
  });

  it('of another programme is empty', async () => {
    expect(await families({ programme: 'morso-ftbt' })).toEqual({ items: [], next: null, total: 0 });
  });
});
