import { World } from '../../test/world.js';
import { CloseReferral } from '../referrals/close-referral.js';
import { DeclineReferral } from '../referrals/decline-referral.js';
import { HoldReferral } from '../referrals/hold-referral.js';
import { ResumeTriage } from '../referrals/resume-triage.js';
import { WithdrawReferral } from '../referrals/withdraw-referral.js';
import { snapshotOf } from './snapshot-of.js';

describe('what referral tells of a family again', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  type Held = { id: string; familyId: string; version: number };
  const as = <T>(work: (actor: World['triager']) => Promise<T>) => world.as(world.triager, () => work(world.triager));
  const withdraw = ({ id, version }: Held) =>
    as((actor) =>
      new WithdrawReferral(world.changing, world.catalogue).run(actor, id, version, { reasonCode: 'family-withdrew' }),
    );
  const told = (orderKey: string) => world.react((tx) => snapshotOf(tx, orderKey));
  const emitted = async (orderKey: string) =>
    (
      await world.all<{ type: string; data: object }>(
        'SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq',
        [orderKey],
      )
    ).map(({ type, data }) => ({ type, data }));

  it.each<[string, () => Promise<{ familyId: string }>]>([
    ['received', () => world.receive()],
    [
      'held and resumed',
      async () => {
        const { id, version } = await world.underTriage();
        const hold = { awaiting: 'family', reason: 'Familien tænker over det.' } as const;
        const held = await as((actor) => new HoldReferral(world.changing).run(actor, id, version, hold));
        return as((actor) => new ResumeTriage(world.changing).run(actor, id, held.version));
      },
    ],
    [
      'declined',
      async () => {
        const { id, version } = await world.underTriage();
        const no = { reasonCode: 'outside-target-group', reason: 'Børnene er for gamle.' };
        return as((actor) => new DeclineReferral(world.changing, world.catalogue).run(actor, id, version, no));
      },
    ],
    ['waiting', () => world.accepted()],
    [
      'placed after a wait, and closed',
      async () => {
        const { id, familyId } = await world.accepted();
        // other families may wait before it
        while (!(await world.names(familyId)).includes('place-assigned')) await world.openPlace();
        const [{ version }] = (await world.all('SELECT version FROM referral WHERE id = $1', [id])) as [Held];
        const close = { outcome: 'completed' };
        return as((actor) => new CloseReferral(world.changing, world.catalogue).run(actor, id, version, close));
      },
    ],
    [
      'placed at once',
      async () => {
        await world.openPlace();
        return world.accepted();
      },
    ],
  ])('is the events that it left: %s', async (_, live) => {
    const { familyId } = await live();
    expect(await told(familyId)).toEqual(await emitted(familyId));
  });

  it('has the place of a family that withdrew as past: it may be another family’s', async () => {
    await world.openPlace();
    const placed = await world.accepted();
    await withdraw(placed);
    const events = await told(placed.familyId);
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual(await emitted(placed.familyId));
    expect(events.filter(({ past }) => past).map(({ type }) => type)).toEqual(['dk.helhed.referral.place-assigned.v1']);
  });

  it('is every version of a programme, and nothing of what it does not know', async () => {
    const programme = 'nyborg-familiestue';
    expect(await told(programme)).toEqual(await emitted(programme));
    expect(await told('0198a1b2-0000-7000-8000-000000000099')).toEqual([]);
    expect(await told('another-programme')).toEqual([]);
  });
});
