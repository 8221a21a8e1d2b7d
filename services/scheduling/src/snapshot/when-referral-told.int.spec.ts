import {
  eventSource,
  PlaceAssigned,
  ReferralClosed,
  ReferralReceived,
  ReferralSnapshot,
  ReferralWithdrawn,
  type CloudEvent,
} from '@helhed/contracts';
import { Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { World } from '../../test/world.js';
import type { GroupView } from '../groups/groups.dto.js';
import { WhenPlaceAssigned } from '../groups/when-place-assigned.js';
import { WhenReferralClosed } from '../groups/when-referral-closed.js';
import { WhenReferralWithdrawn } from '../groups/when-referral-withdrawn.js';
import { askForClosed } from '../migrations/0025-ended-seats.js';
import { WhenReferralTold } from './when-referral-told.js';

describe('a snapshot of referral’s', () => {
  let world: World;
  let group: GroupView;
  let applier: Applier;
  beforeAll(async () => {
    world = await World.make();
    applier = new Applier(
      world.database,
      'scheduling',
      async (event, tx) => {
        if (event.type === PlaceAssigned.type) await new WhenPlaceAssigned().seat(event as never, { tx });
        if (event.type === ReferralWithdrawn.type) await new WhenReferralWithdrawn().free(event as never, { tx });
        if (event.type === ReferralClosed.type) await new WhenReferralClosed().end(event as never, { tx });
        if (event.type === ReferralSnapshot.type) await new WhenReferralTold().settle(event as never, { tx });
      },
      () => undefined,
    );
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    group = await world.group();
  });

  const incarnation = newId();
  const received = {
    programmeVersion: 1,
    referringUnit: 'db-solsikken',
    kind: 'professional',
    receivedOn: '2026-09-01',
  };
  /** A family that was received and given the group's first place; and withdrew, or was closed, if told so. */
  function live(withdraws: boolean, closes = false) {
    const [familyId, referralId] = [newId(), newId()];
    const named = { familyId, referralId, programme: 'nyborg-familiestue' };
    const place = { placeId: group.places[0]!.id, groupId: group.id, assignedOn: '2026-09-02' };
    const withdrawn = { type: ReferralWithdrawn.type, data: { withdrawnOn: '2026-09-03', reasonCode: 'family-moved' } };
    const closed = { type: ReferralClosed.type, data: { closedOn: '2026-09-03', outcome: 'completed' } };
    const said = [
      { type: ReferralReceived.type, data: received },
      { type: PlaceAssigned.type, data: place },
      ...(withdraws ? [withdrawn] : []),
      ...(closes ? [closed] : []),
    ].map(({ type, data }) => ({ type, data: { ...named, ...data } }));
    const event = (seq: number, type: string, data: object): CloudEvent => ({
      specversion: '1.0',
      id: newId(),
      source: eventSource('0450', 'referral'),
      type,
      subject: familyId,
      time: '2026-09-03T08:00:00Z',
      datacontenttype: 'application/json',
      municipality: '0450',
      incarnation,
      orderkey: familyId,
      seq,
      data: data as Record<string, unknown>,
    });
    const told = said.map((each) =>
      withdraws && each.type === PlaceAssigned.type ? { ...each, past: true as const } : each,
    );
    const snapshot = (events: readonly object[] = told, number: Partial<CloudEvent> = {}): CloudEvent => {
      const seq = number.seq ?? said.length + 1;
      return { ...event(seq, ReferralSnapshot.type, { orderKey: familyId, standsAt: seq - 1, events }), ...number };
    };
    return { familyId, told, snapshot, events: said.map(({ type, data }, at) => event(at + 1, type, data)) };
  }
  const seats = (familyId: string) => world.all('SELECT place_id FROM seat WHERE family_id = $1', [familyId]);
  const taken = async (familyId: string) =>
    (await world.events('seat-taken')).filter(({ order_key }) => order_key === familyId).length;

  it.each([0, 1, 2])('after its first %d events seats the family, once', async (upTo) => {
    const one = live(false);
    await applier.apply(one.events.slice(0, upTo));
    await applier.apply([one.snapshot()]);
    expect(await seats(one.familyId)).toEqual([{ place_id: group.places[0]!.id }]);
    expect(await taken(one.familyId)).toBe(1);
  });

  it.each([0, 1, 2, 3])('after its first %d events leaves no seat to a family that withdrew', async (upTo) => {
    const [one, two] = [live(true), live(false)];
    await applier.apply(one.events.slice(0, upTo));
    await applier.apply([one.snapshot()]);
    expect(await seats(one.familyId)).toEqual([]);
    await applier.apply(two.events);
    expect(await seats(two.familyId)).toHaveLength(1);
  });

  const ended = (familyId: string) =>
    world.all<{ ended: boolean }>('SELECT ended_at IS NOT NULL AS ended FROM seat WHERE family_id = $1', [familyId]);

  it.each([0, 1, 2, 3])('after its first %d events has ended the seat of a family that was closed', async (upTo) => {
    const one = live(false, true);
    await applier.apply(one.events.slice(0, upTo));
    await applier.apply([one.snapshot()]);
    expect(await ended(one.familyId)).toEqual([{ ended: true }]);
  });

  it('ends what was closed under an earlier release, which did nothing', async () => {
    const one = live(false, true);
    const deaf = new Applier(
      world.database,
      'scheduling',
      async (event, tx) => {
        if (event.type === PlaceAssigned.type) await new WhenPlaceAssigned().seat(event as never, { tx });
      },
      () => undefined,
    );
    await deaf.apply(one.events);
    await applier.apply([one.snapshot(one.told, { seq: 4 })]);
    expect(await ended(one.familyId)).toEqual([{ ended: false }]);
    const owner = new Workers(world.at.owner);
    await owner.query(askForClosed);
    await owner.close();
    await applier.apply([one.snapshot(one.told, { seq: 5 })]);
    expect(await ended(one.familyId)).toEqual([{ ended: true }]);
  });

  it('that was restored to before a closing lets the seat go on', async () => {
    const one = live(false, true);
    await applier.apply(one.events);
    expect(await ended(one.familyId)).toEqual([{ ended: true }]);
    await applier.apply([one.snapshot(one.told.slice(0, 2), { incarnation: newId(), seq: 2 })]);
    expect(await ended(one.familyId)).toEqual([{ ended: false }]);
  });

  it('that was restored to before the place was given frees it', async () => {
    const one = live(false);
    await applier.apply(one.events);
    await applier.apply([one.snapshot(one.told.slice(0, 1), { incarnation: newId(), seq: 2 })]);
    expect(await seats(one.familyId)).toEqual([]);
  });

  it('that was restored to before a withdrawal seats the family again', async () => {
    const one = live(true);
    await applier.apply(one.events);
    const before = one.told.slice(0, 2).map(({ type, data }) => ({ type, data }));
    await applier.apply([one.snapshot(before, { incarnation: newId(), seq: 2 })]);
    expect(await seats(one.familyId)).toHaveLength(1);
  });
});
