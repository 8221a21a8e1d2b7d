import {
  eventSource,
  FamilyEnrolled,
  FamilyPlanSnapshot,
  PersonsMatched,
  PlaceOpened,
  SchedulingSnapshot,
  type CloudEvent,
  type Context,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { programme, World } from '../../test/world.js';
import { WhenPersonsMatched } from '../intake/when-persons-matched.js';
import { WhenPlaceOpened } from '../places/when-place-opened.js';
import { WhenEnrolled } from '../referrals/when-enrolled.js';
import { WhenFamilyPlanTold } from './when-family-plan-told.js';
import { WhenSchedulingTold } from './when-scheduling-told.js';

describe('what others tell referral again', () => {
  let world: World;
  let applier: Applier;
  beforeEach(async () => {
    world = await World.make();
    const reactions = {
      [PersonsMatched.type]: new WhenPersonsMatched(),
      [FamilyEnrolled.type]: new WhenEnrolled(),
      [PlaceOpened.type]: new WhenPlaceOpened(),
      [FamilyPlanSnapshot.type]: new WhenFamilyPlanTold(),
      [SchedulingSnapshot.type]: new WhenSchedulingTold(),
    };
    const handle = async (event: CloudEvent, tx: unknown) =>
      reactions[event.type]?.handle(event as never, { tx } as never);
    applier = new Applier(world.database, 'referral', handle, () => undefined);
  });
  afterEach(() => world.stop());

  const incarnation = newId();
  const event = (source: Context, orderkey: string, seq: number, type: string, data: object): CloudEvent => ({
    specversion: '1.0',
    id: newId(),
    source: eventSource('0450', source),
    type,
    subject: orderkey,
    time: '2026-11-05T08:00:00Z',
    datacontenttype: 'application/json',
    municipality: '0450',
    incarnation,
    orderkey,
    seq,
    data: data as Record<string, unknown>,
  });
  const numbered = (source: Context, key: string, said: readonly { type: string; data: object }[]) =>
    said.map(({ type, data }, at) => event(source, key, at + 1, type, data));
  const snapshot = (source: 'scheduling' | 'family-plan', key: string, seq: number, events: readonly object[]) => {
    const { type } = source === 'scheduling' ? SchedulingSnapshot : FamilyPlanSnapshot;
    return event(source, key, seq, type, { orderKey: key, standsAt: seq - 1, events });
  };

  it('places of a group, after any of them: each is there once, and given once', async () => {
    for (const upTo of [0, 1, 2, 3]) {
      const groupId = newId();
      const said = [newId(), newId(), newId()].map((placeId) => ({
        type: PlaceOpened.type,
        data: { placeId, groupId, programme, startsOn: '2027-01-11' },
      }));
      await applier.apply(numbered('scheduling', groupId, said).slice(0, upTo));
      const waiting = await world.accepted();
      await applier.apply([snapshot('scheduling', groupId, 4, said)]);
      const places = await world.all<{ state: string }>('SELECT state FROM place WHERE group_id = $1', [groupId]);
      expect(places).toHaveLength(3);
      expect((await world.names(waiting.familyId)).filter((name) => name === 'place-assigned')).toHaveLength(1);
    }
  });

  it('places that a restored scheduling has lost are no longer given', async () => {
    const groupId = newId();
    const said = [newId(), newId()].map((placeId) => ({
      type: PlaceOpened.type,
      data: { placeId, groupId, programme, startsOn: '2027-01-11' },
    }));
    await applier.apply(numbered('scheduling', groupId, said));
    await world.accepted();
    const restored = { ...snapshot('scheduling', groupId, 1, []), incarnation: newId() };
    await applier.apply([restored]);
    expect(await world.all('SELECT state FROM place WHERE group_id = $1', [groupId])).toEqual([{ state: 'assigned' }]);
  });

  it('who the persons are, and the enrolment, after any of it; one that is lost is none', async () => {
    await world.openPlace();
    await world.openPlace();
    await world.openPlace();
    const stateOf = async (id: string) => {
      const [row] = await world.all<object>(
        `SELECT enrolment_id IS NOT NULL AS enrolled, enrolled_on::text, dropped_at IS NOT NULL AS dropped,
           (SELECT count(*)::int FROM jsonb_array_elements(members) m WHERE m->>'personId' IS NOT NULL) AS known
         FROM referral JOIN intake ON referral_id = id WHERE id = $1`,
        [id],
      );
      return row;
    };
    for (const upTo of [0, 1, 2]) {
      const { id: referralId, familyId } = await world.accepted();
      const member = { personId: newId(), role: 'child', households: [newId()] };
      const enrolled = { enrolmentId: newId(), placeId: newId(), groupId: newId(), enrolledOn: '2026-11-06' };
      const named = { referralId, familyId };
      const said = [
        { type: PersonsMatched.type, data: { ...named, members: [{ intakePersonId: newId(), ...member }] } },
        { type: FamilyEnrolled.type, data: { ...named, programme, ...enrolled, members: [member] } },
      ];
      await applier.apply(numbered('family-plan', familyId, said).slice(0, upTo));
      await applier.apply([snapshot('family-plan', familyId, 3, said)]);
      const all = { enrolled: true, enrolled_on: '2026-11-06', dropped: true, known: 1 };
      expect([upTo, await stateOf(referralId)]).toEqual([upTo, all]);
      await applier.apply([{ ...snapshot('family-plan', familyId, 2, said.slice(0, 1)), incarnation: newId() }]);
      expect(await stateOf(referralId)).toMatchObject({ enrolled: false, dropped: true, known: 1 });
    }
  });
});
