import { describeTriageCommand } from '../../test/triage-command.js';
import { World } from '../../test/world.js';
import { WithdrawReferral } from './withdraw-referral.js';

const withdraw = (world: World, id: string, version: number) =>
  world.as(world.triager, () =>
    new WithdrawReferral(world.changing, world.catalogue).run(world.triager, id, version, {
      reasonCode: 'family-withdrew',
    }),
  );

describeTriageCommand({
  name: 'withdraw',
  before: (world) => world.receive(),
  run: withdraw,
  state: 'withdrawn',
  events: [['withdrawn', { withdrawnOn: '2026-11-05', reasonCode: 'family-withdrew' }]],
  step: { next_owner: null, reason_code: 'family-withdrew' },
});

describe('a withdrawn referral', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.make();
  });
  afterEach(() => world.stop());

  it('gives its place to the family that was received first of those that wait', async () => {
    const place = await world.openPlace();
    const placed = await world.accepted();
    const first = await world.underTriage();
    const second = await world.accepted();
    await world.accept(first);
    await withdraw(world, placed.id, placed.version);
    expect(await world.all('SELECT referral_id FROM place WHERE id = $1', [place])).toEqual([
      { referral_id: first.id },
    ]);
    expect((await world.events(first.familyId)).at(-1)).toMatchObject({
      type: 'place-assigned',
      data: { placeId: place },
    });
    expect(await world.names(second.familyId)).not.toContain('place-assigned');
    expect(await world.names(placed.familyId)).toEqual([
      'received',
      'triage-started',
      'accepted',
      'place-assigned',
      'withdrawn',
    ]);
  });

  it('leaves its place open when nobody waits, for the next family', async () => {
    const place = await world.openPlace();
    const placed = await world.accepted();
    await withdraw(world, placed.id, placed.version);
    expect(await world.all('SELECT state, referral_id FROM place WHERE id = $1', [place])).toEqual([
      { state: 'open', referral_id: null },
    ]);
    expect((await world.accepted()).state).toBe('accepted');
  });

  it('goes from the waiting list, and the list says so', async () => {
    const waiting = await world.accepted();
    await withdraw(world, waiting.id, waiting.version);
    const changes = await world.all('SELECT change, reason, position FROM waiting_list_change ORDER BY id');
    expect(changes).toEqual([
      { change: 'joined', reason: 'no-open-place', position: 1 },
      { change: 'left', reason: 'referral-withdrawn', position: 1 },
    ]);
    const place = await world.openPlace();
    expect(await world.all('SELECT state FROM place WHERE id = $1', [place])).toEqual([{ state: 'open' }]);
  });

  it('keeps no identities that were not matched yet', async () => {
    const { id, version } = await world.receive();
    await withdraw(world, id, version);
    const [intake] = await world.all<{ document: unknown; dropped_at: unknown }>(
      'SELECT * FROM intake WHERE referral_id = $1',
      [id],
    );
    expect(intake).toMatchObject({ document: null, dropped_at: expect.any(Date) });
  });
});
