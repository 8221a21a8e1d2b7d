import { eventSource, FamilyErased, FamilyPlanSnapshot, type CloudEvent } from '@helhed/contracts';
import { Workers } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Applier, type Handle } from '@helhed/messaging';
import { World } from '../../test/world.js';
import { askForErased } from '../migrations/0016-ask-for-erased.js';
import { WhenFamilyErased } from './when-family-erased.js';

it('a family that was erased under an earlier release, which did nothing, is by the snapshot that follows', async () => {
  const world = await World.make();
  const [familyId, incarnation] = [newId(), newId()];
  const event = (seq: number, type: string, data: object): CloudEvent => ({
    specversion: '1.0',
    id: newId(),
    source: eventSource('0450', 'family-plan'),
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
  const snapshot = (seq: number) => {
    const events = [{ type: FamilyErased.type, data: { familyId } }];
    return event(seq, FamilyPlanSnapshot.type, { orderKey: familyId, standsAt: seq - 1, events });
  };
  const applier = (handle: Handle) => new Applier(world.database, 'scheduling', handle, () => undefined);
  const known = () => world.all('SELECT FROM erased_family WHERE family_id = $1', [familyId]);
  const now = applier(async (heard, tx) => {
    const when = new WhenFamilyErased();
    if (heard.type === FamilyErased.type) await when.erase(heard as never, { tx });
    if (heard.type === FamilyPlanSnapshot.type) await when.settle(heard as never, { tx });
  });

  await applier(async () => undefined).apply([event(1, FamilyErased.type, { familyId })]);
  await now.apply([snapshot(2)]);
  expect(await known()).toEqual([]);
  const owner = new Workers(world.at.owner);
  await owner.query(askForErased);
  await owner.close();
  await now.apply([snapshot(3)]);
  expect(await known()).toHaveLength(1);
  await world.stop();
});
