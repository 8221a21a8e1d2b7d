import { FindHoldings, Looks, noGround, standingBasesIn } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { getDefinition } from '@helhed/programmes';
import { as, personIn } from '../../test/actors.js';
import { basis, seat, startTriage } from '../../test/cases.js';
import { citizen } from '../../test/child-views.js';
import { familyH, frida, gitte, kim, tie, trine, vibeke, type Somebody } from '../../test/family-h.js';
import { given, note, notices } from '../../test/privacy-notices.js';
import { barredFrom, events, logged, received } from '../../test/told.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { holdings } from '../families/held-families.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import type { RecordPrivacyNotice as Told } from './privacy-notices.dto.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const programme = 'nyborg-familiestue';
const why = 'Bor i udlandet uden kendt adresse.';
const of = async (familyId: string, by: Somebody = gitte, more: object = {}) =>
  (await notices(world, { familyId, ...more }, by)).items.map(({ personId, state }) => [personId, state] as const);

describe('the duty to inform', () => {
  it('is outstanding of everybody from the referral on, and what is noted last counts', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    const all = (states: Record<string, string>) =>
      expect.arrayContaining([maja, jonas, alma].map((person) => [person, states[person] ?? 'outstanding']));
    expect(await of(familyId)).toEqual(all({}));
    await note(world, { familyId, personId: jonas, outcome: 'not-given', reason: 'out-of-reach', note: why });
    await note(world, given(familyId, maja));
    expect(await of(familyId)).toEqual(all({ [jonas]: 'not-given', [maja]: 'given' }));
    await note(world, given(familyId, jonas, '2026-10-02'));
    expect(await of(familyId)).toEqual(all({ [jonas]: 'given', [maja]: 'given' }));
    expect(await of(familyId, gitte, { state: 'outstanding' })).toEqual([[alma, 'outstanding']]);
    expect((await notices(world, { familyId, state: 'given' })).total).toBe(2);
  });

  it('is outstanding to the triager before any group, and to nobody who is not tied to the family', async () => {
    const { familyId, maja, ...rest } = await received(world);
    await startTriage(world, { familyId, ...rest });
    expect(await of(familyId, vibeke)).toContainEqual([maja, 'outstanding']);
    for (const who of [gitte, trine, kim, { ...vibeke, unit: 'visitation-syd' }])
      expect(await of(familyId, who)).toEqual([]);
  });

  it('says what was given, when, how and by whom, and in which words', async () => {
    const { familyId, maja, alma } = await familyH(world);
    await note(world, given(familyId, maja));
    await note(world, { familyId, personId: alma, outcome: 'not-given', reason: 'other', note: why });
    const { items } = await notices(world, { familyId });
    const text = getDefinition(programme).dutyToInform?.paragraphs;
    expect(text?.length).toBeGreaterThan(0);
    const same = { familyId, programme, programmeVersion: 1, text };
    const by = { sub: 'gitte', unit: 'familiestuen', function: 'group-leader' };
    const recordedOn = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
    expect(items).toHaveLength(3);
    expect(items).toEqual(
      expect.arrayContaining([
        { ...same, personId: maja, state: 'given', on: '2026-10-01', how: 'in-person', by, recordedOn },
        { ...same, personId: alma, state: 'not-given', reason: 'other', note: why, by, on: recordedOn, recordedOn },
      ]),
    );
  });

  it('is of each programme that the family was referred to, and a relation of one reaches that one alone', async () => {
    const family = await familyH(world);
    const { familyId, maja } = family;
    await seat(world, family, { programme: 'another', unit: 'andetsteds' });
    await note(world, given(familyId, maja));
    const elsewhere = { ...personIn(nyborg, 'group-leader', 'andetsteds'), sub: 'else' };
    expect(await of(familyId, elsewhere)).toEqual([]);
    await expect(note(world, { ...given(familyId, maja), programme: 'another' })).rejects.toMatchObject({
      problem: 'programme-unknown',
    });
  });

  it('has them all on its pages', async () => {
    const unit = 'familiestuen-3';
    const leader = { ...personIn(nyborg, 'group-leader', unit), sub: 'leder' };
    const families = [await received(world), await received(world)];
    for (const family of families) await seat(world, family, { unit });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, next, total } = await notices(world, { limit: 2, state: 'outstanding', cursor }, leader);
      expect(total).toBe(6);
      seen.push(...items.map(({ personId }) => personId));
      if (next === null) break;
      cursor = next;
    }
    expect(seen.toSorted()).toEqual(families.flatMap(({ maja, jonas, alma }) => [maja, jonas, alma]).toSorted());
  });

  it('is told by ids and codes, and again by the snapshot', async () => {
    const { familyId, maja } = await familyH(world);
    const { id: noticeId } = await note(world, given(familyId, maja));
    const [told] = await events(world, familyId, 'privacy-notice-recorded');
    expect(told?.data).toEqual({
      noticeId,
      familyId,
      personId: maja,
      programme,
      outcome: 'given',
      on: '2026-10-01',
    });
    const again = await world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, familyId));
    expect(again.filter(({ type }) => type.includes('privacy-notice')).map(({ data }) => data)).toEqual([told?.data]);
    expect(await logged(world, maja)).toEqual([{ kind: 'command', act: 'privacy-notice.record' }]);
  });

  it('stands encrypted where it is prose, and happens once for one Idempotency-Key', async () => {
    const { familyId, maja } = await familyH(world);
    const told: Told = { familyId, personId: maja, outcome: 'not-given', reason: 'other', note: why };
    const key = newId();
    const made = await note(world, told, gitte, key);
    expect(await note(world, told, gitte, key)).toEqual(made);
    const rows = await world.rows<{ text: string }>(
      'SELECT n::text AS text FROM privacy_notice n WHERE family_id = $1',
      [familyId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain(why);
    expect(rows[0]?.text).not.toContain(Buffer.from(why).toString('hex'));
  });

  it.each<[string, (familyId: string, maja: string) => [Told, Somebody?], string]>([
    ['of nobody of the family', (familyId) => [given(familyId, newId())], 'not-a-member'],
    [
      'of a day that has not come',
      (familyId, maja) => [given(familyId, maja, '2999-01-01')],
      'privacy-notice-incomplete',
    ],
    [
      'for another reason that nobody wrote',
      (familyId, personId) => [{ familyId, personId, outcome: 'not-given', reason: 'other' }],
      'privacy-notice-incomplete',
    ],
    ['of a family that is nowhere', (_, maja) => [given(newId(), maja)], 'family-unknown'],
    ['by a partner', (familyId, maja) => [given(familyId, maja), trine], 'family-unknown'],
  ])('is refused %s', async (_, wish, problem) => {
    const { familyId, maja } = await familyH(world);
    const [told, by] = wish(familyId, maja);
    await expect(note(world, told, by)).rejects.toMatchObject({ kind: 'rule', problem });
    expect(await world.rows('SELECT id FROM privacy_notice WHERE family_id = $1', [familyId])).toEqual([]);
  });

  it('is held on the person whom it is about, with the family, and on nobody else by it', async () => {
    const { familyId, maja, jonas } = await familyH(world);
    const [her, him] = [await citizen(world, maja), await citizen(world, jonas)];
    const heldOn = async (actor: typeof her, person: string) => {
      const all = await as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, person));
      return all.find(({ category }) => category === 'family-structure')?.count;
    };
    expect([await heldOn(her, maja), await heldOn(him, jonas)]).toEqual([1, 1]);
    await note(world, given(familyId, maja));
    expect([await heldOn(her, maja), await heldOn(him, jonas)]).toEqual([2, 1]);
  });
});

describe('who sees whether somebody was informed', () => {
  it('whoever coordinates; somebody of the team, from another area, once the family’s structure is disclosed', async () => {
    const family = await familyH(world);
    const { familyId, maja, jonas, alma } = family;
    const tom = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    expect(await of(familyId, frida)).toHaveLength(3);
    expect(await of(familyId, tom)).toEqual([]);
    await basis(world, familyId, [maja, jonas, alma], {
      purpose: 'coordination',
      toUnit: 'ppr',
      categories: ['family-structure'],
    });
    expect(await of(familyId, tom)).toHaveLength(3);
    const withoutLease = { ...world, looks: new Looks(world.database, noGround, standingBasesIn('programme_copy')) };
    await expect(notices(withoutLease, { familyId }, tom)).rejects.toMatchObject({
      problem: 'consent-unavailable',
    });
    expect((await notices(withoutLease, { familyId }, frida)).total).toBe(3);
  });

  it('nobody whom section 7 bars', async () => {
    const family = await familyH(world);
    await barredFrom(world, { ...gitte, sub: 'kaj' }, family.maja);
    const other = await familyH(world);
    expect(await of(family.familyId, { ...gitte, sub: 'kaj' })).toEqual([]);
    expect(await of(other.familyId, { ...gitte, sub: 'kaj' })).toHaveLength(3);
    await expect(note(world, given(family.familyId, family.jonas), { ...gitte, sub: 'kaj' })).rejects.toMatchObject({
      problem: 'relative-record',
    });
  });
});
