import { randomUUID } from 'node:crypto';
import {
  AccessTakenAway,
  BasisChanged,
  BasisRecorded,
  eventSource,
  type CloudEvent,
  type EventContract,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Applier } from '@helhed/messaging';
import { AccessDatabase, nyborg } from '../decision/test/access-database.js';
import { raiseParked } from './raise-parked.js';
import { WhenBasisTold } from './when-basis-told.js';

let at: AccessDatabase;
let epoch = 0;
beforeAll(async () => void (at = await AccessDatabase.make()));
afterAll(() => at.stop());

const told = new WhenBasisTold();
const reactions: Record<string, (event: never, context: { tx: Tx }) => Promise<void>> = {
  [BasisRecorded.type]: told.keep.bind(told),
  [BasisChanged.type]: told.change.bind(told),
  [AccessTakenAway.type]: told.take.bind(told),
};
const react = async (event: CloudEvent, tx: Tx): Promise<void> => reactions[event.type]?.(event as never, { tx });
const applier = (parked = raiseParked) =>
  new Applier(at.database, 'referral', react, () => undefined, undefined, parked);

const incarnation = newId();
const event = (contract: EventContract, seq: number, data: object): CloudEvent => ({
  specversion: '1.0',
  id: newId(),
  source: eventSource(nyborg, 'consent'),
  type: contract.type,
  subject: (data as { familyId: string }).familyId,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  municipality: nyborg,
  incarnation,
  orderkey: (data as { familyId: string }).familyId,
  seq,
  traceparent: '00-00000000000000000000000000000001-0000000000000001-01',
  data: data as Record<string, unknown>,
});

/** A basis about one person, and its withdrawal at the next epoch. */
function basis() {
  const [basisId, familyId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const coverage = (state: string) => [{ personId, state, from: '2026-01-01', to: null }];
  const recorded = {
    basisId,
    familyId,
    programme: 'familiestue',
    kind: 'consent',
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
    persons: [personId],
    meeting: null,
    validFrom: '2026-01-01',
    validTo: null,
    coverage: coverage('covered'),
    epoch,
  };
  const raise = ++epoch;
  const change = {
    basisId,
    familyId,
    ended: 'withdrawn',
    endedAt: '2026-03-01T10:00:00Z',
    validTo: null,
    coverage: coverage('withdrawn'),
    epoch: raise,
    raised: true,
  };
  return {
    familyId,
    raise,
    recorded: event(BasisRecorded, 1, recorded),
    withdrawn: (seq: number) => event(BasisChanged, seq, change),
  };
}
const rows = <T>(sql: string, values: unknown[] = []) => at.in((tx) => tx.query<T>(sql, values));
const applied = async () =>
  Number((await rows<{ epoch: string }>('SELECT epoch FROM helhed.access_epoch'))[0]?.epoch ?? 0);
const parked = async (familyId: string) =>
  (await rows<{ parked: number }>('SELECT parked FROM helhed.inbox WHERE order_key = $1', [familyId]))[0]?.parked;

describe('a withdrawal that cannot be applied', () => {
  it('closes its family, and the count goes on with the others; it is not counted where nobody says so', async () => {
    const [one, other] = [basis(), basis()];
    // its basis was never told
    await applier().apply([one.withdrawn(1)]);
    expect(await parked(one.familyId)).toBe(1);
    expect(await applied()).toBe(one.raise);
    await applier().apply([other.recorded, other.withdrawn(2)]);
    expect(await applied()).toBe(other.raise);
    expect(await parked(other.familyId)).toBe(0);
  });

  it('closes it as well while it waits for an earlier event, until that has come', async () => {
    const [before, one] = [await applied(), basis()];
    await applier().apply([one.withdrawn(2)]);
    expect(await parked(one.familyId)).toBe(1);
    expect(await applied()).toBe(before + 1);
    await applier().apply([one.recorded, one.withdrawn(2)]);
    expect(await applied()).toBe(before + 1);
  });

  it('holds the count up for all without it', async () => {
    const [before, one] = [await applied(), basis()];
    await applier(() => Promise.resolve()).apply([one.withdrawn(1)]);
    expect(await applied()).toBe(before);
    // told by a snapshot instead
    await applier().apply([
      event(AccessTakenAway, 1, { familyId: randomUUID(), relation: null, custody: null, epoch: one.raise }),
    ]);
    expect(await applied()).toBe(one.raise);
  });
});

it('a relation that ends is known as ended, though its beginning comes later', async () => {
  const familyId = randomUUID();
  const relation = {
    relationId: randomUUID(),
    programme: 'familiestue',
    kind: 'partner',
    sub: null,
    unit: 'skole-nord',
    function: 'teacher',
    from: '2026-01-01',
    to: '2026-03-01',
  };
  await applier().apply([event(AccessTakenAway, 1, { familyId, relation, custody: null, epoch: ++epoch })]);
  const { WhenRelationTold } = await import('./when-relation-told.js');
  await at.in((tx) => new WhenRelationTold().keep({ data: { familyId, ...relation, to: null } } as never, { tx }));
  const [row] = await rows<{ to: string }>('SELECT to_date::text AS "to" FROM helhed.relation_replica WHERE id = $1', [
    relation.relationId,
  ]);
  expect(row).toEqual({ to: '2026-03-01' });
  expect(await applied()).toBe(epoch);
});
