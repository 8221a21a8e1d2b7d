import { createHash } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, esbjerg, matched, nyborg, startWorld, triagerIn, type World } from '../../test/world.js';
import { BasisView } from './bases.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const known = async () => {
  const family = matched();
  await world.applier.apply([family.event]);
  return family;
};
const hash = (text: string) => createHash('sha256').update(text).digest();
const record = (family: Parameters<typeof asserted>[0], changes = {}, once?: [key: string, body: string]) =>
  as(
    triagerIn(nyborg),
    (actor) => world.recordBasis.run(actor, asserted(family, changes)),
    once && { keyHash: hash(once[0]), bodyHmac: hash(once[1]) },
  );
const events = (familyId: string) =>
  world.rows<{ type: string; data: Record<string, unknown> }>(
    'SELECT type, data FROM helhed.outbox WHERE order_key = $1 ORDER BY seq',
    [familyId],
  );
const stored = (familyId: string) => world.rows('SELECT id FROM basis WHERE family_id = $1', [familyId]);

describe('recording a basis', () => {
  it('notes it, tells the other services by id, and answers what was noted', async () => {
    const family = await known();
    const basis = BasisView.parse(await record(family));
    expect(basis).toMatchObject({ ...asserted(family), recordedBy: { unit: 'visitation', function: 'triager' } });
    const [event] = await events(family.familyId);
    expect(event).toMatchObject({
      type: 'dk.helhed.consent.basis-recorded.v1',
      data: { basisId: basis.id, epoch: 0, validTo: null },
    });
    expect(JSON.stringify(event)).not.toMatch(/Journalnotat|spoken/);
    const log = await world.rows(
      'SELECT kind, act, cardinality(subjects) AS n FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid] ORDER BY id',
      [family.familyId],
    );
    // the answer is read in a transaction of its own, and is the same look
    expect(log).toEqual([{ kind: 'command', act: 'basis.record', n: 3 }]);
  });

  it('carries the epoch as it is, and does not raise it', async () => {
    await world.owner.query('UPDATE epoch SET value = 41');
    const family = await known();
    await record(family);
    await record(family);
    expect((await events(family.familyId)).map(({ data }) => data['epoch'])).toEqual([41, 41]);
    expect(await world.owner.query('SELECT value FROM epoch')).toEqual([{ value: '41' }]);
    await world.owner.query('UPDATE epoch SET value = 0');
  });

  it('happens once for one Idempotency-Key, and a key is for one body', async () => {
    const family = await known();
    const key = newId();
    const [first, again] = [await record(family, {}, [key, 'body']), await record(family, {}, [key, 'body'])];
    expect(again).toEqual(first);
    await expect(record(family, {}, [key, 'other body'])).rejects.toMatchObject({ problem: 'idempotency-key-reused' });
    expect([await stored(family.familyId), await events(family.familyId)]).toEqual([
      [{ id: first.id }],
      [expect.anything()],
    ]);
  });

  it('happens once, sent sixteen times at once', async () => {
    const family = await known();
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 16 }, () => record(family, {}, [key, 'body'])));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await events(family.familyId)).toHaveLength(1);
  });

  it('leaves nothing behind when a rule refuses it or its transaction fails', async () => {
    const family = await known();
    await expect(record(family, { givenBy: [family.alma] })).rejects.toMatchObject({ problem: 'basis-incomplete' });
    // outside a request nobody is known to the log: the row and its event are written by then
    await expect(world.recordBasis.run(triagerIn(nyborg), asserted(family))).rejects.toThrow('needs an actor');
    expect([await stored(family.familyId), await events(family.familyId)]).toEqual([[], []]);
  });

  it('is refused for a family that is not known, or is another municipality’s', async () => {
    const stranger = matched();
    await expect(record(stranger)).rejects.toMatchObject({
      problem: 'family-unknown',
      fields: [{ field: 'familyId', rule: 'family-unknown' }],
    });
    const elsewhere = matched(esbjerg);
    await world.applier.apply([elsewhere.event]);
    await expect(record(elsewhere)).rejects.toMatchObject({ problem: 'family-unknown' });
  });
});
