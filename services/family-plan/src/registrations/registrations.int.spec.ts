import { newId } from '@helhed/kernel';
import { familyH, frida, gitte, kim, tie, trine, vibeke, type Family, type Somebody } from '../../test/family-h.js';
import { answer, fill, point, registrations } from '../../test/plans.js';
import { barredFrom, logged, received } from '../../test/told.js';
import { basis, close, seat, startTriage, withdraw } from '../../test/cases.js';
import { startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

describe('the registration form', () => {
  it('is filled in by whoever is around the child, and each time another version of the unit’s', async () => {
    const family = await familyH(world);
    const categories = ['family-structure', 'enrolment'] as const;
    await basis(world, family.familyId, [family.maja, family.jonas, family.alma], { categories: [...categories] });
    for (const by of [kim, kim, gitte, frida, trine]) await fill(world, family, { by });
    const { items, total } = await registrations(world, family);
    expect(total).toBe(5);
    const own = items.filter(({ unit }) => unit === kim.unit);
    expect(own).toEqual(
      [1, 2].map((number) => ({
        id: expect.any(String),
        familyId: family.familyId,
        programme: 'nyborg-familiestue',
        personId: family.alma,
        unit: 'db-stjernen',
        number,
        programmeVersion: 1,
        filledOn: '2026-09-24',
        answers: [{ field: 'strengths', text: { da: 'Hvad barnet er god til', en: expect.any(String) }, said: answer }],
        workPoints: [{ id: expect.any(String), point }],
        withheld: [],
      })),
    );
    expect(await logged(world, family.alma)).toEqual([{ kind: 'look', act: 'registration.list' }]);
  });

  it('stands encrypted', async () => {
    const family = await familyH(world);
    const { id } = await fill(world, family);
    const rows = await world.rows<{ text: string }>(
      `SELECT r::text || w::text AS text FROM registration r JOIN work_point w ON w.registration_id = r.id WHERE r.id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    for (const text of [answer, point]) {
      expect(rows[0]?.text).not.toContain(text);
      expect(rows[0]?.text).not.toContain(Buffer.from(text).toString('hex'));
    }
  });

  it('happens once for one Idempotency-Key, and is answered again only to whom it still would be', async () => {
    const family = await familyH(world);
    const key = newId();
    const made = await fill(world, family, { key });
    expect(await fill(world, family, { key })).toEqual(made);
    expect((await registrations(world, family)).total).toBe(1);
    await barredFrom(world, { ...kim, sub: 'kaj' }, family.maja);
    await expect(fill(world, family, { by: { ...gitte, sub: 'kaj' } })).rejects.toMatchObject({
      problem: 'relative-record',
    });
  });

  it.each<[string, (family: Family) => Parameters<typeof fill>[2], string]>([
    ['of a parent', ({ maja }) => ({ personId: maja }), 'not-a-member'],
    ['filled in tomorrow', () => ({ filledOn: '2999-01-01' }), 'registration-incomplete'],
    [
      'in a field that is not asked for',
      () => ({ answers: [{ field: 'weight', said: '?' }] }),
      'registration-incomplete',
    ],
    [
      'in one field twice',
      () => ({ answers: ['a', 'b'].map((said) => ({ field: 'strengths', said })) }),
      'registration-incomplete',
    ],
    ['in another programme', () => ({ programme: 'another' }), 'programme-unknown'],
    ['of a family that is nowhere', () => ({ familyId: newId() }), 'family-unknown'],
    ['by the triager', () => ({ by: vibeke }), 'family-unknown'],
  ])('%s is refused', async (_, changes, problem) => {
    const family = await familyH(world);
    await expect(fill(world, family, changes(family))).rejects.toMatchObject({ kind: 'rule', problem });
    expect(await world.rows('SELECT id FROM registration WHERE family_id = $1', [family.familyId])).toEqual([]);
  });

  describe('is filled in during the course alone', () => {
    const outside = {
      kind: 'conflict',
      problem: 'registration-outside-course',
      fields: [expect.objectContaining({ field: 'programme', rule: 'outside-course' })],
    };
    /** The coordinator, who is there before the course and after it. */
    const fills = (family: Family) => fill(world, family, { by: frida });

    it('and not before it', async () => {
      const family = await received(world);
      await tie(world, family, 'coordinator', frida);
      await startTriage(world, family);
      // a form that is wrong by itself is refused as that, and tells nothing of the course
      const wrong = fill(world, family, { by: frida, answers: [{ field: 'none', said: 'Ja.' }] });
      await expect(wrong).rejects.toMatchObject({ kind: 'rule' });
      const early = fill(world, family, { by: frida, filledOn: '2999-01-01' });
      await expect(early).rejects.toMatchObject({ problem: 'registration-incomplete' });
      await expect(fills(family)).rejects.toMatchObject(outside);
      expect(await logged(world, family.alma)).toEqual([{ kind: 'look', act: 'registration.fill' }]);
      expect(await world.rows('SELECT id FROM registration WHERE family_id = $1', [family.familyId])).toEqual([]);
      await seat(world, family);
      expect(await fills(family)).toMatchObject({ familyId: family.familyId });
    });

    it.each([
      ['closed', close],
      ['withdrawn', withdraw],
    ])('and not after its referral was %s; what was filled in stays', async (_how, end) => {
      const family = await familyH(world);
      await fills(family);
      await end(world, family);
      await expect(fills(family)).rejects.toMatchObject(outside);
      expect((await registrations(world, family, frida)).total).toBe(1);
    });

    it('is not asked of a programme without a course', async () => {
      const family = await received(world);
      await tie(world, family, 'coordinator', frida);
      await startTriage(world, family);
      const change = (sql: string) => world.asOwner(`SELECT helhed.enter('0450'); UPDATE programme_copy SET ${sql}`);
      await change(`definition = jsonb_set(definition - 'group', '{kept}', definition->'group')`);
      const made = await fills(family).finally(() =>
        change(`definition = jsonb_set(definition - 'kept', '{group}', definition->'kept')`),
      );
      expect(made).toMatchObject({ familyId: family.familyId });
    });
  });

  it('of a programme that has none is refused', async () => {
    const family = await familyH(world);
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE programme_copy SET definition = definition - 'registrationForm'`,
    );
    await expect(fill(world, family)).rejects.toMatchObject({ problem: 'registration-form-unknown' });
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE programme_copy SET definition = jsonb_set(definition, '{registrationForm}',
         (SELECT '{"fields":[{"code":"strengths","text":{"da":"Hvad barnet er god til","en":"Strengths"}}]}'::jsonb))`,
    );
  });

  it('goes with its family', async () => {
    const family = await received(world);
    await world.database.inTransaction(kim.municipality, (tx) =>
      tx.query(
        `INSERT INTO registration (municipality, id, family_id, person_id, programme, programme_version, unit, number, filled_on, answers)
         VALUES ('0450', uuidv7(), $1, $2, 'one', 1, 'x', 1, '2026-09-24', '')`,
        [family.familyId, family.alma],
      ),
    );
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${family.familyId}'`,
    );
    await world.erasure.run();
    expect(await world.rows('SELECT id FROM registration WHERE person_id = $1', [family.alma])).toEqual([]);
  });
});

describe('who sees it', () => {
  const withheld = [{ category: 'registration-form', reason: 'no-basis' }];

  it.each<[string, Somebody, boolean]>([
    ['the contact pedagogue, whose unit wrote it', kim, true],
    ['the leader of the group, from another area', gitte, false],
    ['the coordinator, from another area', frida, false],
    ['a partner', trine, false],
  ])('%s: %s', async (_, who, shown) => {
    const family = await familyH(world);
    const { id } = await fill(world, family);
    const { items, total } = await registrations(world, family, who);
    expect(total).toBe(1);
    const frame = { id, familyId: family.familyId, programme: 'nyborg-familiestue' };
    if (shown) expect(items).toMatchObject([{ ...frame, withheld: [] }]);
    else expect(items).toEqual([{ ...frame, withheld }]);
  });

  it('the leader of the group by a disclosure about the child, from the unit that wrote it', async () => {
    const family = await familyH(world);
    await fill(world, family);
    const terms = { purpose: 'course', toUnit: 'familiestuen', categories: ['registration-form' as const] } as const;
    const disclose = (fromUnit: string) =>
      basis(world, family.familyId, [family.alma], { ...terms, fromUnit, categories: [...terms.categories] });
    await disclose('visitation');
    expect((await registrations(world, family, gitte)).items).toMatchObject([{ withheld }]);
    await disclose('db-stjernen');
    expect((await registrations(world, family, gitte)).items).toMatchObject([
      { workPoints: [{ point }], withheld: [] },
    ]);
  });

  it('the triager, who does not take part in the course, finds nothing there', async () => {
    const family = await familyH(world);
    await fill(world, family);
    await expect(registrations(world, family, vibeke)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
