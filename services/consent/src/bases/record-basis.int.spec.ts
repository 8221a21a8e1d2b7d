import { createHash } from 'node:crypto';
import { keepUnit } from '@helhed/access';
import { RelationEnded, RelationSet } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { nextEvent } from '../../test/events.js';
import { as, matched, personIn, programme, triagerIn } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { BasisView } from './bases.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const known = async () => {
  const family = matched();
  await world.hear(...family.events);
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
    const { givenBy: _by, how: _how, givenOn: _on, evidence, ...said } = asserted(family);
    expect(basis).toMatchObject({ ...said, recordedBy: { unit: 'visitation', function: 'triager' } });
    expect(basis.givers).toEqual(
      [family.maja, family.jonas]
        .toSorted()
        .map((person) => ({ person, how: 'spoken', givenOn: '2026-09-03', evidence, withdrawnAt: null })),
    );
    expect(basis.coverage).toEqual(basis.persons.toSorted().map((person) => ({ person, state: 'covered' })));
    const [event] = await events(family.familyId);
    expect(event).toMatchObject({
      type: 'dk.helhed.consent.basis-recorded.v1',
      data: { basisId: basis.id, programme: 'nyborg-familiestue', meeting: null, epoch: 0, validTo: '2027-09-03' },
    });
    expect(JSON.stringify(event)).not.toMatch(/Journalnotat|spoken/);
    const log = await world.rows(
      'SELECT kind, act, cardinality(subjects) AS n FROM helhed.access_log WHERE subjects @> ARRAY[$1::uuid] ORDER BY id',
      [family.familyId],
    );
    // the answer is read in a transaction of its own, and is the same look
    expect(log).toEqual([{ kind: 'command', act: 'basis.record', n: 4 }]);
  });

  it('carries the epoch as it is, and does not raise it', async () => {
    await world.database.inTransaction(nyborg, (tx) =>
      tx.query('INSERT INTO epoch_counter VALUES (helhed.tenant(), 41)'),
    );
    const family = await known();
    await record(family);
    await record(family);
    expect((await events(family.familyId)).map(({ data }) => data['epoch'])).toEqual([41, 41]);
    expect(await world.rows('SELECT value FROM epoch_counter')).toEqual([{ value: '41' }]);
  });

  it('is answered again under the same key only to who could still record it', async () => {
    const family = await known();
    const { familyId } = family;
    const frida = { ...personIn(nyborg, 'familieafdelingen', 'family-coordinator'), sub: 'frida' };
    const { sub, unit, function: name } = frida as Required<typeof frida>;
    const relation = {
      relationId: newId(),
      familyId,
      programme,
      kind: 'coordinator' as const,
      sub,
      unit,
      function: name,
    };
    await world.hear(nextEvent(nyborg, RelationSet, { ...relation, from: '2026-01-01', to: null }));
    const claim = { keyHash: hash(newId()), bodyHmac: hash('the body') };
    const again = () => as(frida, (actor) => world.recordBasis.run(actor, asserted(family)), claim);
    const { id } = await again();
    expect((await again()).id).toBe(id);
    await world.hear(nextEvent(nyborg, RelationEnded, { relationId: relation.relationId, familyId, to: '2026-01-02' }));
    await expect(again()).rejects.toMatchObject({ problem: 'family-unknown' });
  });

  it('is recorded at an institution of its own children only, and is of the programme that they attend by', async () => {
    const family = await known();
    const { familyId } = family;
    const teacher = { ...personIn(nyborg, 'skole-nord', 'teacher'), sub: 'trine' };
    const unit = { unit: 'skole-nord', parent: null, retired: false, insideParent: false, outside: false };
    await world.database.inTransaction(nyborg, (tx) => keepUnit(tx, { ...unit, institution: true }));
    const row = { familyId, programme, unit: 'skole-nord', sub: null, from: '2026-01-01', to: null };
    const tie = (kind: 'partner' | 'institution', name: string | null) =>
      world.hear(nextEvent(nyborg, RelationSet, { ...row, relationId: newId(), kind, function: name }));
    const { programme: _, ...wish } = asserted(family);
    const asked = () => as(teacher, (actor) => world.recordBasis.run(actor, wish));
    await tie('partner', 'teacher');
    await expect(asked()).rejects.toMatchObject({ problem: 'family-unknown' });
    await tie('institution', null);
    expect(await asked()).toMatchObject({ programme, recordedBy: { unit: 'skole-nord' } });
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
    await expect(record(family, { givenBy: [family.alma] })).rejects.toMatchObject({ problem: 'not-a-giver' });
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
    await world.hear(...elsewhere.events);
    await expect(record(elsewhere)).rejects.toMatchObject({ problem: 'family-unknown' });
  });
});
