import { keepEmployeeRelation, type Actor } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { daysAhead, inDays } from '../../test/in-days.js';
import { statementsOf } from '../../test/statements.js';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';

let world: LookUps;
beforeAll(async () => void (world = await startLookUps()));
afterAll(() => world?.stop());

async function aFamily() {
  const family = { familyId: newId(), maja: newId(), jonas: newId(), alma: newId() };
  for (const person of [family.maja, family.jonas, family.alma])
    await world.asOwner(
      'INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, $4)',
      [nyborg, family.familyId, person, person === family.alma ? 'child' : 'parent'],
    );
  return family;
}
const seen = async (person: string) => (await world.seenOf(person)).items.map(({ id }) => id);
const append = async (changes: Partial<LookUp>) => {
  const look = aLook(changes);
  await world.append([look]);
  return look.id;
};

describe('a look that is deferred', () => {
  const caseworker = (sub?: string) => acting('visitation', 'caseworker', sub);
  const body = (days = 30) => ({ reason: 'Undersøgelse pågår', until: inDays(days) });
  const defer = (id: string, by = caseworker(), days = 30) =>
    as(by, (actor) => world.deferring.run(actor, id, body(days)));
  const confirm = (id: string, by = caseworker()) => as(by, (actor) => world.deferring.confirm(actor, id));

  it('is hidden once a second person has confirmed it, from the total too, and until its day', async () => {
    const maja = newId();
    const [hidden, other] = [await append({ subjects: [maja] }), await append({ subjects: [maja] })];
    const first = caseworker();
    expect(await defer(hidden, first)).toEqual({
      id: hidden,
      familyId: null,
      until: inDays(30),
      confirmed: false,
      anew: null,
    });
    expect(await seen(maja)).toEqual([other, hidden]);
    await expect(confirm(hidden, first)).rejects.toMatchObject({ problem: 'second-person-required' });
    expect(await confirm(hidden)).toMatchObject({ confirmed: true });
    expect(await confirm(hidden)).toMatchObject({ confirmed: true });
    expect(await world.seenOf(maja)).toMatchObject({ total: 1, items: [{ id: other }] });
    await world.workers.query(`UPDATE helhed.municipality SET clock_offset_ms = $1 WHERE code = '0450'`, [
      daysAhead(30),
    ]);
    expect(await seen(maja)).toEqual([other, hidden]);
    await world.workers.query('UPDATE helhed.municipality SET clock_offset_ms = 0');
  });

  it('keeps its reason encrypted, and what was asked for first', async () => {
    const id = await append({});
    await defer(id);
    expect(await defer(id, caseworker(), 3)).toMatchObject({ until: inDays(30) });
    const [row] = await world.rows<{ reason: Buffer }>('SELECT reason FROM look_up_deferral WHERE look_up_id = $1', [
      id,
    ]);
    expect(row?.reason.toString('latin1')).not.toContain('Unders');
    expect(await world.rows('SELECT act FROM helhed.access_log ORDER BY id DESC LIMIT 1')).toEqual([
      { act: 'look-up.defer' },
    ]);
  });

  describe('and confirmed', () => {
    const [anna, bo, carl] = [caseworker(), caseworker(), caseworker()];
    const confirmed = async () => {
      const id = await append({});
      await defer(id, anna);
      await confirm(id, bo);
      return id;
    };
    const outcome = (work: Promise<object>) => work.catch(({ problem }: { problem: string }) => problem);
    const [until, later, latest] = [inDays(30), inDays(60), inDays(80)];
    const of = (id: string) => ({ id, familyId: null });
    const holds = { until, confirmed: true, anew: null };
    const asked = { until, confirmed: true, anew: later };
    const moved = { until: later, confirmed: true, anew: null };

    it.each<[string, Actor, number | 'confirm', object | string]>([
      ['stays while a later day is asked for', anna, 60, asked],
      ['is given a later day by the second person too', bo, 60, asked],
      ['keeps its day when the same is asked for again', carl, 30, holds],
      ['keeps its day when an earlier one is asked for', carl, 10, holds],
      ['is given no day too far ahead', carl, 91, 'period-too-long'],
      ['is confirmed by another again, to no effect', carl, 'confirm', holds],
      ['is not confirmed by whoever asked for it', anna, 'confirm', 'second-person-required'],
    ])('%s', async (_, by, act, expected) => {
      const id = await confirmed();
      const done = await outcome(act === 'confirm' ? confirm(id, by) : defer(id, by, act));
      expect(done).toEqual(typeof expected === 'string' ? expected : { ...of(id), ...expected });
    });

    it.each<[string, Actor, number | 'confirm', object | string]>([
      ['is what was asked for first when another asks', carl, 80, asked],
      ['is not confirmed by whoever asked for it', carl, 'confirm', 'second-person-required'],
      ['is confirmed by another, also who deferred it at first', anna, 'confirm', moved],
    ])('its later day %s', async (_, by, act, expected) => {
      const id = await confirmed();
      await defer(id, carl, 60);
      const done = await outcome(act === 'confirm' ? confirm(id, by) : defer(id, by, act));
      expect(done).toEqual(typeof expected === 'string' ? expected : { ...of(id), ...expected });
    });

    it('is hidden until the later day from its confirmation on, and that can be deferred once more', async () => {
      const { familyId, maja } = await aFamily();
      const id = await append({ subjects: [maja] });
      await defer(id, anna);
      await confirm(id, bo);
      await defer(id, anna, 60);
      const day = (days: number) =>
        world.workers.query('UPDATE helhed.municipality SET clock_offset_ms = $1 WHERE code = $2', [
          daysAhead(days),
          nyborg,
        ]);
      await day(30);
      expect(await seen(maja)).toEqual([id]);
      await day(0);
      const { items } = await as(carl, (actor) => world.unitLookUps.page(actor, familyId, { limit: 5 }));
      expect(items).toMatchObject([{ id, deferral: asked }]);
      await confirm(id, bo);
      await day(30);
      expect(await seen(maja)).toEqual([]);
      await day(60);
      expect(await seen(maja)).toEqual([id]);
      await day(0);
      expect(await defer(id, bo, 80)).toEqual({ ...of(id), ...moved, anew: latest });
      expect(await outcome(confirm(id, bo))).toBe('second-person-required');
      expect(await confirm(id, carl)).toEqual({ ...of(id), ...holds, until: latest });
      const rows = await world.rows<{ reason: Buffer; confirmed_by: string }>(
        'SELECT reason, confirmed_by FROM look_up_deferral_anew WHERE look_up_id = $1 ORDER BY until',
        [id],
      );
      expect(rows.map((row) => row.confirmed_by)).toEqual([bo.sub, carl.sub]);
      for (const { reason } of rows) expect(reason.toString('latin1')).not.toContain('Unders');
    });
  });

  it.each([0, -3, 91])('cannot be deferred %d days', async (days) => {
    const id = await append({});
    await expect(defer(id, caseworker(), days)).rejects.toMatchObject({ problem: 'period-too-long' });
  });

  it('must have been made in the actor’s unit: another one is not there, nor is one that nobody made', async () => {
    const id = await append({ unit: 'db-solsikken' });
    for (const each of [id, newId()]) {
      await expect(defer(each)).rejects.toMatchObject({ problem: 'not-found' });
      await expect(confirm(each)).rejects.toMatchObject({ problem: 'not-found' });
    }
    await expect(confirm(await append({}))).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is found by whoever may defer it: among the own unit’s looks at the family, by no name', async () => {
    const { familyId, maja, jonas } = await aFamily();
    const [atAll, atMaja] = [await append({ subjects: [familyId] }), await append({ subjects: [maja] })];
    await append({ subjects: [familyId], unit: 'db-solsikken' });
    await append({ subjects: [familyId], refused: true });
    await append({ subjects: [(await aFamily()).familyId] });
    const ask = (about: string, by = caseworker(), limit = 50, cursor?: string) =>
      as(by, (actor) => world.unitLookUps.page(actor, about, { limit, ...(cursor && { cursor }) }));
    await defer(atMaja);
    const found = await ask(familyId);
    expect(found).toMatchObject({
      total: 2,
      items: [
        { id: atMaja, deferral: { until: inDays(30), confirmed: false, anew: null } },
        { id: atAll, deferral: null },
      ],
    });
    expect(Object.keys(found.items[0] ?? {})).not.toContain('sub');
    const { next } = await ask(familyId, caseworker(), 1);
    expect(await ask(familyId, caseworker(), 1, next ?? '')).toMatchObject({ next: null, items: [{ id: atAll }] });
    const [log] = await world.rows(
      'SELECT act, kind, subjects, categories FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(log).toEqual({ act: 'look-up.unit-list', kind: 'look', subjects: [familyId], categories: ['look-up-log'] });
    for (const [about, unit] of [
      [familyId, 'skole-nord'],
      [newId(), 'visitation'],
      [jonas, 'visitation'],
    ] as const)
      await expect(ask(about, acting(unit, 'caseworker'))).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is not even read where the family is out of reach: as of one that is not there', async () => {
    const { familyId } = await aFamily();
    await append({ subjects: [familyId], unit: 'db-solsikken' });
    const asked = (id: string) =>
      statementsOf(world.database, () =>
        as(caseworker(), async (actor) => {
          await expect(world.unitLookUps.page(actor, id, { limit: 50 })).rejects.toMatchObject({ kind: 'not-found' });
        }),
      );
    const ofNone = await asked(newId());
    expect(ofNone.some((statement) => statement.includes('look_up_subject'))).toBe(true);
    expect(ofNone.some((statement) => statement.includes('look_up_deferral'))).toBe(false);
    expect(await asked(familyId)).toEqual(ofNone);
  });

  it('of one’s own, a relative’s or a colleague’s record is neither listed nor deferred; the attempt is logged', async () => {
    const { familyId, maja, alma } = await aFamily();
    const ids = [await append({ subjects: [familyId] }), await append({ subjects: [alma] })];
    const [own, other] = [caseworker(), caseworker()];
    await defer(ids[0] as string, other);
    await world.database.inTransaction(nyborg, (tx) =>
      keepEmployeeRelation(tx, {
        relationId: newId(),
        personId: maja,
        sub: own.sub,
        kind: 'own-person',
        from: '2026-01-01',
        to: null,
      }),
    );
    const barred = { problem: 'own-record' };
    await expect(as(own, (actor) => world.unitLookUps.page(actor, familyId, { limit: 5 }))).rejects.toMatchObject(
      barred,
    );
    await expect(defer(ids[0] as string, own)).rejects.toMatchObject(barred);
    await expect(confirm(ids[0] as string, own)).rejects.toMatchObject(barred);
    // a look at the child alone is one at the child's family
    await expect(defer(ids[1] as string, own)).rejects.toMatchObject(barred);
    expect(await defer(ids[1] as string, other)).toMatchObject({ confirmed: false });
    const refused = await world.rows<{ act: string }>('SELECT act FROM helhed.access_log WHERE refused ORDER BY id');
    expect(refused.map(({ act }) => act)).toEqual([
      'look-up.unit-list',
      'look-up.defer',
      'look-up.confirm-deferral',
      'look-up.defer',
    ]);
  });
});
