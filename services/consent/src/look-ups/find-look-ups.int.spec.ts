import type { Actor } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { page } from './find-look-ups.js';

const full = process.env['HELHED_FULL'] === '1';
const amount = full ? 10_000_000 : 50_000;
const looksAtOne = 5_000;

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
/** Somebody whose account is linked to the person. */
const citizen = (person: string): Actor => {
  const { unit: _unit, function: _function, ...actor } = acting('', '');
  return { ...actor, kind: 'citizen', functions: [], person };
};
const seen = async (person: string) => (await world.seenOf(person)).items.map(({ id }) => id);
const append = async (changes: Partial<LookUp>) => {
  const look = aLook(changes);
  await world.append([look]);
  return look.id;
};

describe('who has looked', () => {
  it('is told to whom it was about: the persons named, or the whole family where it alone is named', async () => {
    const { familyId, maja, jonas, alma } = await aFamily();
    const atMaja = await append({ subjects: [familyId, maja] });
    const atAll = await append({ subjects: [familyId] });
    const atAlma = await append({ subjects: [alma] });
    await append({ subjects: [newId()] });
    expect(await seen(maja)).toEqual([atAll, atMaja]);
    expect(await seen(jonas)).toEqual([atAll]);
    expect(await seen(alma)).toEqual([atAlma, atAll]);
  });

  it('has time, unit, function, purpose, basis and categories, and never whose account it was', async () => {
    const maja = newId();
    const { id, at, actor, unit, function: name, purposes, categories, bases, ...hidden } = aLook({ subjects: [maja] });
    await world.append([{ id, at, actor, unit, function: name, purposes, categories, bases, ...hidden }]);
    const { items } = await world.seenOf(maja);
    expect(items).toEqual([{ id, at, actor, unit, function: name, purposes, categories, bases, employee: null }]);
    expect(JSON.stringify(items)).not.toContain(hidden.sub);
  });

  it('has the commands of people, a claim and a look at which all was withheld; not what a service did by itself, nor a refusal', async () => {
    const maja = newId();
    const wanted: Partial<LookUp>[] = [
      { kind: 'command', act: 'referral.accept' },
      { actor: 'service', act: 'intake.claim', unit: null, function: null },
      { categories: [], bases: [] },
      { actor: 'secret-link' },
    ];
    const ids: string[] = [];
    for (const each of wanted) ids.unshift(await append({ ...each, subjects: [maja] }));
    await append({ subjects: [maja], kind: 'command', actor: 'service' });
    await append({ subjects: [maja], refused: true, categories: [] });
    expect(await seen(maja)).toEqual(ids);
  });

  it('is read by the person, and by who holds custody of the child today; by nobody else', async () => {
    const { familyId, maja, jonas, alma } = await aFamily();
    const id = await append({ subjects: [alma] });
    const custody = `INSERT INTO custody (municipality, id, family_id, child_id, holder_id, from_date, to_date) VALUES ($1, $2, $3, $4, $5, NULL, $6)`;
    await world.asOwner(custody, [nyborg, newId(), familyId, alma, maja, null]);
    await world.asOwner(custody, [nyborg, newId(), familyId, alma, jonas, '2020-01-01']);
    const ask = (person: string, about: string) =>
      as(citizen(person), (actor) => world.lookUps.own(actor, about, { limit: 50 }));
    expect((await ask(alma, alma)).items).toMatchObject([{ id }]);
    expect((await ask(maja, alma)).items).toMatchObject([{ id }]);
    await expect(ask(jonas, alma)).rejects.toMatchObject({ problem: 'not-found' });
    await expect(ask(maja, jonas)).rejects.toMatchObject({ problem: 'not-found' });
    const log = await world.rows('SELECT act, subjects, purposes FROM helhed.access_log ORDER BY id DESC LIMIT 1');
    expect(log).toEqual([{ act: 'look-up.own-list', subjects: [alma], purposes: ['own-insight'] }]);
  });

  it('has what was done about a child’s own view for the child, and for nobody by custody, in no page or total', async () => {
    const { familyId, maja, alma } = await aFamily();
    await world.asOwner(
      `INSERT INTO custody (municipality, id, family_id, child_id, holder_id, from_date) VALUES ($1, $2, $3, $4, $5, NULL)`,
      [nyborg, newId(), familyId, alma, maja],
    );
    const acts = ['record', 'list', 'own-list', 'open', 'close'].map((verb) => `child-view.${verb}`);
    for (const act of acts)
      await append({ act, unit: 'familiestuen', subjects: [familyId, alma], categories: ['child-view'] });
    const total = async (who: string) => {
      const found = await as(citizen(who), (actor) => world.lookUps.own(actor, alma, { limit: 50 }));
      return [found.items.length, found.total];
    };
    expect([await total(alma), await total(maja)]).toEqual([
      [acts.length, acts.length],
      [0, 0],
    ]);
    const [atAlma, atAll] = [await append({ subjects: [alma] }), await append({ act: acts[0]!, subjects: [familyId] })];
    const page = await as(citizen(maja), (actor) => world.lookUps.own(actor, alma, { limit: 1 }));
    expect(page).toMatchObject({ items: [{ id: atAll }], total: 2 });
    // a look that names no child tells of none
    expect(await seen(maja)).toEqual([atAll]);
    const next = await as(citizen(maja), (actor) => world.lookUps.own(actor, alma, { limit: 1, cursor: page.next! }));
    expect(next).toMatchObject({ items: [{ id: atAlma }], next: null });
  });

  it('comes in pages that hold each once, with a total of all', async () => {
    const maja = newId();
    await world.append(Array.from({ length: 23 }, () => aLook({ subjects: [maja] })));
    const found: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await world.seenOf(maja, { limit: 10, ...(cursor ? { cursor } : {}) });
      expect(page.total).toBe(23);
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(new Set(found).size).toBe(23);
  });

  it('has as many items as its total says, while others look', async () => {
    const maja = newId();
    let appending = true;
    const others = (async () => {
      while (appending) await append({ subjects: [maja] });
    })();
    const told: [number, number][] = [];
    for (let turn = 0; turn < 100; turn++) {
      const { items, total } = await world.seenOf(maja, { limit: 5_000 });
      told.push([items.length, total]);
    }
    appending = false;
    await others;
    expect(told.filter(([items, total]) => items !== total)).toEqual([]);
    expect(told.at(-1)?.[1]).toBeGreaterThan(told[0]?.[1] ?? 0);
  });

  it(
    `is told in two seconds among ${amount.toLocaleString('en')} rows, five thousand of them at the person, and by an index`,
    async () => {
      const subject = await fill(amount);
      const began = performance.now();
      const found = await world.seenOf(subject, { limit: 200 });
      const ms = Math.round(performance.now() - began);
      expect(found.total).toBe(looksAtOne);
      // on a machine that others use, by the plan alone
      if (full) expect(ms).toBeLessThan(2_000);
      const plan = await world.database.inTransaction(nyborg, (tx) =>
        tx.query<Record<string, string>>(`EXPLAIN ${page}`, [subject, '2026-10-05', null, 201, false]),
      );
      const text = plan.map((line) => Object.values(line)[0]).join('\n');
      expect(text).toContain('look_up_subject');
      expect(text).not.toMatch(/Seq Scan on look_up/);
    },
    full ? 3_600_000 : 120_000,
  );
});

/** @returns the id of one of the persons who are looked at most */
async function fill(rows: number): Promise<string> {
  const chunk = 500_000;
  for (let from = 1; from <= rows; from += chunk)
    await world.asOwner(many, [nyborg, from, Math.min(from + chunk - 1, rows), rows / looksAtOne]);
  for (const table of ['look_up', 'look_up_subject', 'family_member']) await world.asOwner(`ANALYZE ${table}`);
  const [row] = await world.rows<{ subject: string }>(`SELECT md5('p0')::uuid AS subject`);
  return row?.subject ?? '';
}

// not a chain: rows to be found among. Some persons are looked at five thousand times each; four subjects a look.
const many = `
  WITH look AS (
    INSERT INTO look_up (municipality, pos, id, source, incarnation, seq, commitment, link, drawn, salt, at, kind, act, subjects,
      actor, sub, azp, unit, function, purposes, categories, bases, refused, flags)
    SELECT $1::text, 1000000 + n, md5('look ' || n)::uuid, 'scale', md5('scale')::uuid, n, '\\x00', '\\x00', false, '\\x00', now(),
      'look', 'family.read', ARRAY[md5('p' || n % $4::int)::uuid, md5('q' || n / 10)::uuid, md5('r' || n / 10)::uuid,
      md5('s' || n / 10)::uuid], 'person', 's', 'a', 'u', 'f', '{}', '{identity}', '{}', false, '{}'
    FROM generate_series($2::int, $3::int) n
    RETURNING pos, subjects
  )
  INSERT INTO look_up_subject (municipality, subject, pos)
  SELECT DISTINCT $1::text, s, pos FROM look, unnest(subjects) AS s`;
