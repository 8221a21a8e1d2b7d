import { createHash } from 'node:crypto';
import { keepRelation, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { asserted, otherKind } from '../../test/asserted.js';
import { as, citizen, matched, personIn, programme, seated, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import type { BasisView, RecordBasis } from './bases.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());
beforeEach(() => world.live('2026-10-05'));

type Family = ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
const known = async (): Promise<Family> => {
  const family = matched();
  await world.hear(...family.events);
  return family;
};
const record = (family: Family, changes: Partial<RecordBasis> = {}) =>
  as(triager, (actor) => world.recordBasis.run(actor, asserted(family, changes)));
const withdraw = (id: string, ...givers: string[]) =>
  as(triager, (actor) => world.withdrawBasis.run(actor, id, { givers }));
const given = (...givenBy: string[]) =>
  ({ givenBy, how: 'written', givenOn: '2026-10-01', evidence: 'Brev 7' }) as const;
const add = ({ id, version }: { id: string; version: number }, ...givenBy: string[]) =>
  as(triager, (actor) => world.addConsent.run(actor, id, version, given(...givenBy)));
const get = (id: string) => as(triager, (actor) => world.bases.get(actor, id));
const state = (view: Pick<BasisView, 'coverage'>, person: string) =>
  view.coverage.find((each) => each.person === person)?.state;
const epoch = async () =>
  Number((await world.rows<{ value: string }>('SELECT value FROM epoch_counter'))[0]?.value ?? 0);
const told = async ({ familyId }: Family) => (await world.events(familyId)).at(-1);
const once = () => ({
  keyHash: createHash('sha256').update(newId()).digest(),
  bodyHmac: createHash('sha256').digest(),
});

describe('a withdrawal', () => {
  it('by one giver leaves whoever needs it uncovered, is told with the raised epoch, and leaves the other layer as it is', async () => {
    const family = await known();
    const [basis, processing] = [await record(family), await record(family, { layer: 'processing' })];
    const before = await epoch();
    const after = await withdraw(basis.id, family.maja);
    expect([family.maja, family.jonas, family.alma].map((person) => state(after, person))).toEqual([
      'withdrawn',
      'covered',
      'withdrawn',
    ]);
    expect([after.ended, after.version]).toEqual([null, 2]);
    expect(await told(family)).toMatchObject({
      type: 'dk.helhed.consent.basis-changed.v1',
      data: { basisId: basis.id, ended: null, epoch: before + 1, raised: true },
    });
    expect(await get(processing.id)).toEqual(processing);
  });

  it('by the last giver withdraws the basis, and again gives the same answer and tells nothing', async () => {
    const family = await known();
    const basis = await record(family);
    await withdraw(basis.id, family.maja);
    const last = await withdraw(basis.id, family.jonas);
    expect(last).toMatchObject({ ended: 'withdrawn', endedAt: expect.any(String), version: 3 });
    const events = (await world.events(family.familyId)).length;
    expect(await withdraw(basis.id, family.jonas, family.maja)).toEqual(last);
    expect(await world.events(family.familyId)).toHaveLength(events);
    await expect(add(last, family.maja)).rejects.toMatchObject({ kind: 'conflict', problem: 'basis-over' });
  });

  it('says what another basis, and which standing one, still allows', async () => {
    const family = await known();
    const [basis, other] = [await record(family), await record(family, { persons: [family.alma] })];
    await record(family, { toUnit: 'skole-nord' });
    const { remaining } = await withdraw(basis.id, family.maja);
    expect(remaining.map(({ basis: id, kind, persons }) => [id, kind, persons.toSorted()])).toEqual([
      [other.id, 'consent', [family.alma]],
      [
        'standing:nyborg-familiestue:outcome-to-sender:processing',
        'statute',
        [family.maja, family.jonas, family.alma].toSorted(),
      ],
    ]);
  });

  it('says where it is asked what was given out: a citizen, of itself and its children; staff, of the family as far as they are told', async () => {
    const family = await known();
    const basis = await record(family);
    const mine = await as(citizen(nyborg, family.jonas), (actor) => world.withdrawBasis.run(actor, basis.id, {}));
    const of = (whose: string) => [`/scheduling/v1/${whose}/deliveries`, `/consent/v1/${whose}/papers`];
    const persons = [family.jonas, family.alma];
    expect(mine.givenOut.toSorted()).toEqual(persons.flatMap((person) => of(`persons/${person}`)).toSorted());
    const [calendar, paper] = of(`families/${family.familyId}`);
    expect((await withdraw(basis.id, family.maja)).givenOut).toEqual([paper]);
    await world.hear(seated(nyborg, family, 'familiestuen'));
    const by = async (unit: string, name: string) => {
      const leaving = { givers: [family.maja] };
      return (await as(personIn(nyborg, unit, name), (actor) => world.withdrawBasis.run(actor, basis.id, leaving)))
        .givenOut;
    };
    expect(await by('familiestuen', 'group-leader')).toEqual([calendar]);
    // the sender is told of neither, and a coordinator of both
    expect(await by('db-solsikken', 'pedagogue')).toEqual([]);
    const {
      sub,
      unit,
      function: name,
    } = personIn(nyborg, 'familieafdelingen', 'family-coordinator') as Required<Actor>;
    const row = { relationId: newId(), familyId: family.familyId, programme, kind: 'coordinator' as const };
    const days = { from: '2026-09-01', to: null };
    await world.database.inTransaction(nyborg, (tx) =>
      keepRelation(tx, { ...row, ...days, sub, unit, function: name }),
    );
    expect(await by('familieafdelingen', 'family-coordinator')).toEqual([calendar, paper]);
  });

  it('is a citizen’s own, without a version, and nobody else’s', async () => {
    const family = await known();
    const basis = await record(family);
    const byJonas = (...givers: string[]) =>
      as(citizen(nyborg, family.jonas), (actor) =>
        world.withdrawBasis.run(actor, basis.id, givers.length > 0 ? { givers } : {}),
      );
    for (const others of [[family.maja], [family.jonas, family.maja]])
      await expect(byJonas(...others)).rejects.toMatchObject({
        problem: 'not-a-giver',
        fields: [expect.objectContaining({ field: 'givers' })],
      });
    expect(await byJonas(family.jonas)).toEqual(await byJonas());
    const mine = await byJonas();
    expect(mine.givers.map(({ person, withdrawnAt }) => [person, withdrawnAt !== null])).toEqual(
      [family.maja, family.jonas].toSorted().map((person) => [person, person === family.jonas]),
    );
    const stranger = as(citizen(nyborg, family.alma), (actor) => world.withdrawBasis.run(actor, basis.id, {}));
    await expect(stranger).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is of a consent, by those who gave it', async () => {
    const family = await known();
    const [statute, consent] = [await record(family, otherKind.statute), await record(family)];
    await expect(withdraw(statute.id, family.maja)).rejects.toMatchObject({ problem: 'not-a-consent' });
    await expect(withdraw(consent.id, family.alma)).rejects.toMatchObject({ problem: 'not-a-giver' });
    await expect(as(triager, (actor) => world.withdrawBasis.run(actor, consent.id, {}))).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('leaves nothing behind when it cannot be logged', async () => {
    const family = await known();
    const basis = await record(family);
    const [before, events] = [await epoch(), await world.events(family.familyId)];
    await expect(world.withdrawBasis.run(triager, basis.id, { givers: [family.maja] })).rejects.toThrow(
      'needs an actor',
    );
    expect([await epoch(), await world.events(family.familyId), await get(basis.id)]).toEqual([before, events, basis]);
  });
});

describe('a consent that is added', () => {
  it('completes what lacked it, takes nothing away, and is told', async () => {
    const family = await known();
    const basis = await record(family, { givenBy: [family.maja] });
    expect([state(basis, family.maja), state(basis, family.alma)]).toEqual(['covered', 'incomplete']);
    const before = await epoch();
    const after = await add(basis, family.jonas);
    expect([state(after, family.alma), after.version, after.givers.length]).toEqual(['covered', 2, 2]);
    expect([await epoch(), (await told(family))?.data]).toMatchObject([before, { raised: false, epoch: before }]);
    expect(await add(after, family.jonas)).toEqual(after);
    // where the evidence is is no part of a command's answer
    expect([after.givers.map(({ evidence }) => evidence), after.withheld]).toEqual([[undefined, undefined], []]);
  });

  it('is refused from who took it back, from who is not asked, on an old version, and on what is no consent', async () => {
    const family = await known();
    const [basis, statute] = [await record(family), await record(family, otherKind.statute)];
    const after = await withdraw(basis.id, family.maja);
    await expect(add(after, family.maja)).rejects.toMatchObject({ kind: 'conflict', problem: 'consent-withdrawn' });
    await expect(add(after, newId())).rejects.toMatchObject({ problem: 'not-a-giver' });
    await expect(add(basis, family.jonas)).rejects.toMatchObject({ problem: 'stale' });
    await expect(add(statute, family.jonas)).rejects.toMatchObject({ problem: 'not-a-consent' });
    await world.live('2027-09-03');
    await expect(add(after, family.jonas)).rejects.toMatchObject({ problem: 'basis-over' });
  });
});

describe('renewing a basis', () => {
  it('makes a new one with its own givers and period, and leaves the old one as it is', async () => {
    const family = await known();
    const basis = await record(family);
    await withdraw(basis.id, family.jonas);
    const terms = { ...given(family.maja), validFrom: '2026-10-05' };
    const made = await as(triager, (actor) => world.renewBasis.run(actor, basis.id, terms), once());
    expect(made).toMatchObject({
      renews: basis.id,
      validFrom: '2026-10-05',
      validTo: '2027-10-05',
      purpose: basis.purpose,
      version: 1,
    });
    expect([made.givers.map(({ person }) => person), state(made, family.maja), state(made, family.alma)]).toEqual([
      [family.maja],
      'covered',
      'incomplete',
    ]);
    expect((await get(basis.id)).version).toBe(2);
  });
});

describe('ending a basis', () => {
  const end = ({ id, version }: BasisView, actor = triager) => as(actor, (by) => world.endBasis.run(by, id, version));

  it('is for what is no consent, by the unit that recorded it, once', async () => {
    const family = await known();
    const [statute, consent] = [await record(family, otherKind.statute), await record(family)];
    const before = await epoch();
    await expect(end(consent)).rejects.toMatchObject({ problem: 'is-a-consent' });
    await expect(end(statute, personIn(nyborg, 'familieafdelingen', 'caseworker'))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(end(statute, personIn(nyborg, 'visitation', 'pedagogue'))).rejects.toMatchObject({
      problem: 'not-allowed',
    });
    const after = await end(statute);
    expect([after.ended, await epoch()]).toEqual(['ended', before + 1]);
    await expect(end(statute)).rejects.toMatchObject({ problem: 'stale' });
    await expect(end(after)).rejects.toMatchObject({ problem: 'basis-over' });
  });
});
