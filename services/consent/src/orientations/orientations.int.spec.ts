import { createHash } from 'node:crypto';
import { FindHoldings, keepEmployeeRelation, keepRelation, type Actor } from '@helhed/access';
import { FamilyErased } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { linkedCitizen } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { nextEvent } from '../../test/events.js';
import { as, citizen, ended, matched, personIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../held.js';
import { FindOrientations } from './find-orientations.js';

import { RecordOrientation as Body, type RecordOrientation as Answered } from './orientations.dto.js';
import { RecordOrientation } from './record-orientation.js';

let world: World;
let recording: RecordOrientation;
let orientations: FindOrientations;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  recording = new RecordOrientation(world.database, world.looks);
  orientations = new FindOrientations(world.looks, new Paging(Buffer.alloc(32, 1)));
});
afterAll(() => world?.stop());

const who = (pair: string): Actor => personIn(nyborg, ...(pair.split(':') as [string, string]));
const caseworker = who('visitation:caseworker');
const triager = who('visitation:triager');
const once = () => ({
  keyHash: createHash('sha256').update(newId()).digest(),
  bodyHmac: createHash('sha256').digest(),
});

type Family = ReturnType<typeof matched>;
/** Jonas holds no custody of Alma any more. */
async function aFamily(): Promise<Family> {
  const family = matched();
  await world.hear(...family.events, ended(nyborg, family.custody[1]!, '2026-10-01'));
  return family;
}
const asked = ({ familyId, alma, jonas }: Family) => ({
  familyId,
  childId: alma,
  parentId: jonas,
  askedOn: '2026-10-01',
  answeredOn: '2026-10-05',
  paragraph: 'Forældreansvarsloven § 23',
});
const given = (family: Family, changes: Partial<Answered> = {}) =>
  ({ ...asked(family), answer: 'given', categories: ['enrolment'], ...changes }) as Answered;
const refused = (family: Family): Answered => ({ ...asked(family), answer: 'refused', reason: 'Af hensyn til Alma' });

const record = (answered: Answered, by = triager, key = once()) =>
  as(by, (actor) => recording.run(actor, answered), key);
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'recorded',
    ({ problem }: { problem: string }) => problem,
  );
const listed = (familyId: string, by: Actor, limit = 50, cursor?: string) =>
  as(by, (actor) => orientations.page(actor, { familyId, limit, ...(cursor && { cursor }) }));
const ofPerson = (person: string, me: string, limit = 50, cursor?: string) =>
  as(citizen(nyborg, me), (actor) => orientations.ofPerson(actor, person, { limit, ...(cursor && { cursor }) }));
const lastLog = async () =>
  (
    await world.rows<{ subjects: string[] }>(
      'SELECT act, kind, subjects, categories FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    )
  )[0];

describe('what a parent without custody was answered', () => {
  it('is recorded once for a key, logged, and told in no event', async () => {
    const family = await aFamily();
    const key = once();
    const before = await world.events(family.familyId);
    const made = await record(given(family), triager, key);
    expect(made).toEqual({ id: expect.any(String), familyId: family.familyId });
    expect(await lastLog()).toMatchObject({ act: 'orientation.record', kind: 'command', categories: [] });
    expect((await lastLog())?.subjects.toSorted()).toEqual([family.familyId, family.alma, family.jonas].toSorted());
    expect(await record(given(family), triager, key)).toEqual(made);
    expect(await listed(family.familyId, triager)).toMatchObject({ total: 1, items: [{ id: made.id }] });
    expect(await world.events(family.familyId)).toEqual(before);
  });

  it.each([
    ['visitation:triager', 'recorded'],
    ['db-solsikken:pedagogue', 'recorded'], // the sender
    ['db-regnbuen:pedagogue', 'family-unknown'],
    ['familiestuen:group-leader', 'family-unknown'], // without a seat
  ])('is recorded by whoever has a relation to the family: %s %s', async (pair, expected) =>
    expect(await problemOf(record(given(await aFamily()), who(pair)))).toBe(expected),
  );

  it('about a family that nobody knows is as about one that is out of reach, and about an erased one too', async () => {
    const [nobody, gone] = [matched(), await aFamily()];
    expect(await problemOf(record(given(nobody)))).toBe('family-unknown');
    await world.hear(nextEvent(nyborg, FamilyErased, { familyId: gone.familyId }));
    expect(await problemOf(record(given(gone)))).toBe('family-unknown');
  });

  it.each([
    ['visitation:triager', 'not-allowed'],
    ['db-solsikken:pedagogue', 'not-allowed'],
    ['db-regnbuen:pedagogue', 'family-unknown'],
    ['familieafdelingen:caseworker', 'recorded'],
    ['familieafdelingen:social-worker', 'recorded'],
  ])('is refused only by those who decide in cases: %s %s', async (pair, expected) => {
    const family = await aFamily();
    if (pair.startsWith('familieafdelingen')) await tie(family, pair);
    expect(await problemOf(record(refused(family), who(pair)))).toBe(expected);
  });

  it.each<[string, (family: Family, other: Family) => Partial<Answered>, string[]]>([
    ['another family’s child', (_, { alma }) => ({ childId: alma }), ['childId']],
    ['a parent in the child’s place', ({ maja }) => ({ childId: maja }), ['childId']],
    ['somebody of another family as the parent', (_, { jonas }) => ({ parentId: jonas }), ['parentId']],
    ['a child in the parent’s place', ({ alma }) => ({ parentId: alma }), ['parentId']],
    ['two that nobody knows', () => ({ childId: newId(), parentId: newId() }), ['childId', 'parentId']],
  ])('is not recorded of %s', async (_, change, fields) => {
    const [family, other] = [await aFamily(), await aFamily()];
    await expect(record(given(family, change(family, other)))).rejects.toMatchObject({
      kind: 'rule',
      problem: 'not-a-member',
      fields: fields.map((field) => ({ field, rule: 'not-a-member' })),
    });
  });

  it('is not recorded of a child who has come of age, nor of a parent who has not', async () => {
    const [grown, young] = [matched(), matched()];
    world.births.set(grown.alma, '2008-10-05');
    world.births.set(young.jonas, '2008-10-06');
    for (const { events, custody } of [grown, young])
      await world.hear(...events, ended(nyborg, custody[1]!, '2026-10-01'));
    expect(await problemOf(record(given(grown)))).toBe('not-a-member');
    expect(await problemOf(record(given(young)))).toBe('not-a-member');
  });

  it('is not recorded of a parent who holds custody of the child today', async () => {
    const family = matched();
    await world.hear(...family.events, ended(nyborg, family.custody[1]!, '2026-10-06'));
    expect(await problemOf(record(given(family)))).toBe('holds-custody');
    await world.live('2026-10-06');
    expect(await problemOf(record(given(family)))).toBe('recorded');
    await world.live('2026-10-05');
  });

  it('is not recorded at one’s own, a relative’s or a colleague’s record; the attempt is logged', async () => {
    const family = await aFamily();
    const barred = who('visitation:caseworker');
    await world.database.inTransaction(nyborg, (tx) =>
      keepEmployeeRelation(tx, {
        relationId: newId(),
        personId: family.maja,
        sub: barred.sub,
        kind: 'relative',
        from: '2026-01-01',
        to: null,
      }),
    );
    await record(given(family), who('db-solsikken:pedagogue'));
    expect(await problemOf(record(given(family)))).toBe('relative-record');
    expect(await world.rows('SELECT act FROM helhed.access_log WHERE refused')).toEqual([
      { act: 'orientation.record' },
    ]);
    expect(await listed(family.familyId, triager)).toMatchObject({ total: 0, items: [] });
  });

  it('is listed to the unit that answered, those who triage or coordinate, and the officer', async () => {
    const family = await aFamily();
    const [coordinator, other] = ['familieafdelingen:family-coordinator', 'ppr:caseworker'] as const;
    await tie(family, coordinator, 'coordinator');
    await tie(family, other);
    const { id } = await record(refused(family), who(other));
    const own = await record(given(family), who('db-solsikken:pedagogue'));
    const ids = async (pair: string) => (await listed(family.familyId, who(pair))).items.map((each) => each.id);
    for (const pair of ['visitation:triager', coordinator, 'raadhuset:data-protection-officer'])
      expect([pair, await ids(pair)]).toEqual([pair, [id, own.id]]);
    expect(await ids('db-solsikken:pedagogue')).toEqual([own.id]);
    expect(await ids('db-solsikken:teacher')).toEqual([own.id]);
    expect(await ids(other)).toEqual([id]);
    expect(await ids('db-regnbuen:pedagogue')).toEqual([]);
    expect(await listed(newId(), triager)).toEqual({ items: [], next: null, total: 0 });
    const [first] = (await listed(family.familyId, triager)).items;
    const { reason, ...said } = refused(family) as Extract<Answered, { answer: 'refused' }>;
    expect(first).toEqual({
      ...said,
      id,
      categories: [],
      unit: 'ppr',
      function: 'caseworker',
      reason,
    });
    await listed(family.familyId, triager);
    expect(await lastLog()).toMatchObject({ act: 'orientation.list', kind: 'look', categories: ['basis'] });
    const [row] = await world.rows<{ reason: Buffer }>('SELECT reason FROM orientation WHERE id = $1', [id]);
    expect(row?.reason.toString('latin1')).not.toContain('hensyn');
  });

  it('comes in pages with the exact total', async () => {
    const family = await aFamily();
    for (let n = 0; n < 3; n++) await record(given(family));
    const [whole, own] = [await listed(family.familyId, triager), await ofPerson(family.jonas, family.jonas)];
    for (const [all, ask] of [
      [whole, (cursor?: string) => listed(family.familyId, triager, 2, cursor)],
      [own, (cursor?: string) => ofPerson(family.jonas, family.jonas, 2, cursor)],
    ] as const) {
      const first = await ask();
      const second = await ask(first.next ?? '');
      expect([first.total, second.total, second.next]).toEqual([3, 3, null]);
      expect([...first.items, ...second.items]).toEqual(all.items);
    }
  });

  it('is read by the parent who asked, with the reason, and by who holds custody, without it', async () => {
    const family = await aFamily();
    const { maja, jonas, alma } = family;
    await tie(family, 'visitation:caseworker');
    const { id } = await record(refused(family), caseworker);
    expect(await ofPerson(jonas, jonas)).toMatchObject({ total: 1, items: [{ id, reason: 'Af hensyn til Alma' }] });
    expect((await lastLog())?.subjects.toSorted()).toEqual([alma, jonas].toSorted());
    const { items } = await ofPerson(alma, maja);
    expect(items).toMatchObject([{ id, answer: 'refused', parentId: jonas }]);
    expect(items[0]).not.toHaveProperty('reason');
    expect(await ofPerson(maja, maja)).toMatchObject({ total: 0 });
    expect(await lastLog()).toMatchObject({
      act: 'orientation.own-list',
      kind: 'look',
      subjects: [maja],
      categories: [],
    });
    for (const [person, me] of [
      [alma, jonas],
      [jonas, maja],
      [newId(), maja],
    ] as const)
      expect(await problemOf(ofPerson(person, me))).toBe('not-found');
  });

  it('is held on the child and on the parent, under bases', async () => {
    const family = await aFamily();
    await record(given(family));
    const held = async (person: string, me: string) => {
      const account = await world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, me));
      return as(account, (actor) => new FindHoldings(world.looks, holdings).run(actor, person));
    };
    const basis = { category: 'basis', count: 1, since: '2026-10-05', units: ['visitation'] };
    expect(await held(family.jonas, family.jonas)).toEqual([basis]);
    expect(await held(family.alma, family.maja)).toEqual([basis]);
  });

  it('stays when the family is erased, without the reason of a refusal', async () => {
    const family = await aFamily();
    await tie(family, 'visitation:caseworker');
    const { id } = await record(refused(family), caseworker);
    await world.hear(nextEvent(nyborg, FamilyErased, { familyId: family.familyId }));
    expect(await world.rows('SELECT answer, reason FROM orientation WHERE id = $1', [id])).toEqual([
      { answer: 'refused', reason: null },
    ]);
    const [left] = (await ofPerson(family.jonas, family.jonas)).items;
    expect(left).toMatchObject({ id, answer: 'refused' });
    expect(left).not.toHaveProperty('reason');
  });
});

describe('the body of an answer', () => {
  const family = matched();
  it.each<[string, object, boolean]>([
    ['given, with what was told', given(family), true],
    ['given, with nothing told', { ...given(family), categories: [] }, false],
    ['given, with a category that is none', { ...given(family), categories: ['everything'] }, false],
    ['given, with a reason', { ...given(family), reason: 'Fordi' }, false],
    ['given before it was asked for', { ...given(family), answeredOn: '2026-09-30' }, false],
    ['refused, with a reason', refused(family), true],
    ['refused, without', { ...refused(family), reason: undefined }, false],
    ['refused, with categories', { ...refused(family), categories: ['enrolment'] }, false],
    ['without a paragraph', { ...given(family), paragraph: ' ' }, false],
  ])('%s', (_, body, fits) => expect(Body.safeParse(body).success).toBe(fits));
});

/** The pair's holder is in the family's team, or coordinates it. */
async function tie({ familyId }: Family, pair: string, kind: 'team' | 'coordinator' = 'team'): Promise<void> {
  const { sub, unit, function: name } = who(pair) as Required<Actor>;
  await world.database.inTransaction(nyborg, (tx) =>
    keepRelation(tx, {
      relationId: newId(),
      familyId,
      programme: 'nyborg-familiestue',
      kind,
      sub,
      unit,
      function: name,
      from: '2026-09-01',
      to: null,
    }),
  );
}
