import type { Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { body, type Wish } from '../../test/submission.js';
import { programme, World } from '../../test/world.js';
import { StartTriage } from './start-triage.js';

describe('receiving a referral', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.stop());

  const count = async (table: string) =>
    (await world.all<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;
  const counts = () =>
    Promise.all(
      ['referral', 'intake', 'referral_step', 'helhed.outbox', 'helhed.access_log', 'helhed.idempotency'].map(count),
    );
  const ofRow = async <T extends object>(id: string) =>
    (await world.all<T>('SELECT * FROM referral WHERE id = $1', [id]))[0];

  it('stores it with the programme version in force, its facts and its first step, and logs who did it', async () => {
    const { id, familyId, ...receipt } = await world.receive({ senderReference: 'first' });
    expect(receipt).toEqual({ state: 'received', version: 1, senderReference: 'first' });
    expect(await ofRow(id)).toMatchObject({
      municipality: '0450',
      family_id: familyId,
      programme,
      programme_version: 1,
      referring_unit: 'db-solsikken',
      facts: { youngestChildAge: 3, everydayConflicts: ['meals', 'bedtime'] },
      parents_part: [{ how: 'meeting', agreed: true }, { how: 'phone' }],
      next_owner: 'triage',
    });
    const steps = await world.all<object>('SELECT * FROM referral_step WHERE referral_id = $1', [id]);
    expect(steps).toMatchObject([
      { number: 1, command: 'receive', state: 'received', unit: 'db-solsikken', function: 'referrer' },
    ]);
    expect(await world.acts(familyId)).toEqual(['referral.receive']);
  });

  it('tells it by ids, codes and dates', async () => {
    const { id, familyId } = await world.receive();
    expect(await world.events(familyId)).toEqual([
      {
        type: 'received',
        order_key: familyId,
        data: {
          referralId: id,
          familyId,
          programme,
          programmeVersion: 1,
          referringUnit: 'db-solsikken',
          kind: 'professional',
          receivedOn: '2026-11-05',
          version: 1,
        },
      },
    ]);
  });

  it('keeps names, numbers, addresses and reason encrypted only', async () => {
    const { members } = body();
    const { id } = await world.receive({ members });
    const rows = await world.all<object>(
      'SELECT r::text AS referral, i::text AS intake FROM referral r JOIN intake i ON i.referral_id = r.id WHERE r.id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    const hex = (text: string) => Buffer.from(text).toString('hex');
    for (const secret of ['Anna', 'Strandvejen', 'Aftener', members[0]?.cpr ?? 'none', 'parent-1']) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(JSON.stringify(rows)).not.toContain(hex(secret));
    }
  });

  it('sent twice with the same key is one referral, and the look at it is logged', async () => {
    const key = newId();
    const wish = { senderReference: 'same-key' };
    const [first, [...before]] = [await world.receive(wish, world.sender, key), await counts()];
    expect(await world.receive(wish, world.sender, key)).toEqual(first);
    expect(await counts()).toEqual(before.map((rows, table) => (table === 4 ? (rows ?? 0) + 1 : rows)));
    expect(await world.acts(first.familyId)).toEqual(['referral.receive', 'referral.receive']);
  });

  it('sent again later tells nobody more than what was received', async () => {
    const [wish, key] = [body({ senderReference: 'and-then' }), newId()];
    const first = await world.receive(wish, world.sender, key);
    await world.as(world.triager, () => new StartTriage(world.changing).run(world.triager, first.id, first.version));
    expect(await world.receive(wish, world.sender, key)).toEqual(first);
    for (const actor of [world.sender, world.pedagogue]) expect(await world.receive(wish, actor)).toEqual(first);
  });

  it('sent again under the same number is the same referral, whoever in the unit sends it, however it stands by then', async () => {
    const wish = body({ senderReference: 'same-number' });
    const first = await world.receive(wish);
    const before = await count('referral');
    const { facts, ...rest } = wish;
    expect(await world.receive({ facts, ...rest }, world.pedagogue)).toEqual(first);
    expect(await count('referral')).toBe(before);
    expect(await world.names(first.familyId)).toEqual(['received']);
  });

  it('sent at once by many under the same number is one referral', async () => {
    const wish = body({ senderReference: 'at-once' });
    const receipts = await Promise.all(Array.from({ length: 12 }, () => world.receive(wish)));
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(await world.names(receipts[0]?.familyId ?? '')).toEqual(['received']);
  });

  it('sent at once by many with the same key is one referral, and all hear of that one', async () => {
    const [wish, key] = [body(), newId()];
    const receipts = await Promise.all(Array.from({ length: 12 }, () => world.receive(wish, world.sender, key)));
    const stored = await world.all<object>('SELECT id, family_id FROM referral WHERE sender_reference = $1', [
      wish.senderReference,
    ]);
    expect(stored).toHaveLength(1);
    for (const { id, familyId } of receipts) expect([{ id, family_id: familyId }]).toEqual(stored);
  });

  it('with another content under the same number is refused, naming the referral', async () => {
    const { id } = await world.receive({ senderReference: 'other' });
    await expect(world.receive({ senderReference: 'other' })).rejects.toMatchObject({
      kind: 'conflict',
      problem: 'sender-reference-used',
      extension: { referralId: id },
    });
  });

  it('is another referral under the same number of another unit', async () => {
    const { id } = await world.receive({ senderReference: 'shared' });
    const other = await world.receive({ senderReference: 'shared', referringUnit: 'db-maelkebotten' }, world.stranger);
    expect(other.id).not.toBe(id);
  });

  it('leaves nothing behind when its event cannot be stored', async () => {
    const before = await counts();
    await world.withoutOutbox(() => world.receive());
    expect(await counts()).toEqual(before);
  });

  const part = [{ parent: 'parent-1', how: 'meeting' as const, on: '2026-11-02', agreed: true }];
  it.each<[string, Wish, (world: World) => Actor, object]>([
    [
      'from a unit that is not the actor’s',
      { referringUnit: 'db-maelkebotten' },
      (w) => w.sender,
      { kind: 'forbidden', problem: 'foreign-unit' },
    ],
    [
      'by a function that may not refer',
      { referringUnit: 'visitation' },
      (w) => w.triager,
      { kind: 'forbidden', problem: 'may-not-refer' },
    ],
    [
      'to a programme that is not there',
      { programme: 'nothing' },
      (w) => w.sender,
      { kind: 'rule', problem: 'programme-unknown' },
    ],
    [
      'without a parent’s part',
      { parentsPart: part },
      (w) => w.sender,
      { kind: 'rule', problem: 'parents-part-missing' },
    ],
    [
      'that does not fit together',
      { households: [{ ref: 'home-1' }] },
      (w) => w.sender,
      { kind: 'rule', problem: 'referral-inconsistent' },
    ],
    [
      'with facts that nobody asked for',
      { facts: { shoeSize: 37 } },
      (w) => w.sender,
      { kind: 'rule', problem: 'facts-wrong' },
    ],
  ])('%s is refused, and nothing is stored', async (_, wish, actor, problem) => {
    const before = await counts();
    await expect(world.receive(wish, actor(world))).rejects.toMatchObject(problem);
    expect(await counts()).toEqual(before);
  });
});
