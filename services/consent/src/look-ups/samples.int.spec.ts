import type { LookUp } from '@helhed/contracts';
import { rolesOf, tenantTable } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';
import { isDrawn } from './append-look-ups.js';

let world: LookUps;
beforeAll(async () => void (world = await startLookUps()));
afterAll(() => world?.stop());

const officer = acting('dpo', 'data-protection-officer');
const page = (query: { reviewed?: boolean; limit?: number } = {}, by = officer) =>
  as(by, (actor) => world.samples.page(actor, { limit: 200, ...query }));
const review = (id: string, body: { finding: 'in-order' | 'follow-up'; note?: string }, by = officer) =>
  as(by, (actor) => world.samples.review(actor, id, body));
const append = async (changes: Partial<LookUp>) => {
  const look = aLook(changes);
  await world.append([look]);
  return look.id;
};
const sampleOf = async (id: string) => (await page()).items.find((each) => each.id === id);

describe('a sample for the data protection officer', () => {
  it('is a random share, that anybody can draw again', async () => {
    await world.append(
      Array.from({ length: 1_000 }, () => aLook()),
      'family-plan',
    );
    const rows = await world.rows<{ id: string; drawn: boolean; commitment: Buffer }>(
      'SELECT id, drawn, commitment FROM look_up',
    );
    for (const { drawn, commitment } of rows) expect(drawn).toBe(isDrawn(commitment, 0.01));
    expect(rows.filter(({ commitment }) => isDrawn(commitment, 0.5)).length).toBeGreaterThan(400);
    expect(rows.filter(({ commitment }) => isDrawn(commitment, 1)).length).toBe(1_000);
    expect((await page()).total).toBe(rows.filter(({ drawn }) => drawn).length);
  });

  it('is every refused attempt, with the account that made it', async () => {
    const sub = newId();
    const id = await append({ refused: true, categories: [], sub });
    expect(await sampleOf(id)).toMatchObject({
      refused: true,
      sub,
      azp: 'helhed-pages',
      act: 'family.read',
      review: null,
    });
  });

  it('is every look at one’s own person, a relative, and a colleague in the same unit, on that day', async () => {
    await withFacts();
    const [sub, colleague, self, jonas, soes, former] = [newId(), newId(), newId(), newId(), newId(), newId()];
    await bar(sub, self, 'own-person');
    await bar(sub, jonas, 'relative');
    await bar(sub, former, 'relative', '2020-01-01');
    await bar(colleague, soes, 'own-person');
    await world.asOwner('INSERT INTO helhed.unit_member VALUES ($1, $2, $3)', [nyborg, 'visitation', colleague]);
    const flags = async (changes: Partial<LookUp>) =>
      (await sampleOf(await append({ sub, ...changes })))?.flags ?? 'not drawn';
    expect(await flags({ subjects: [self] })).toEqual(['own']);
    expect(await flags({ subjects: [jonas, soes] })).toEqual(['colleague', 'relative']);
    const familyId = newId();
    await world.asOwner(
      `INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, 'parent')`,
      [nyborg, familyId, self],
    );
    expect(await flags({ subjects: [familyId] })).toEqual(['own']);
    const ids = [
      await append({ sub, subjects: [former] }),
      await append({ sub, subjects: [soes], unit: 'db-solsikken' }),
      await append({ sub, subjects: [self], actor: 'system' }),
    ];
    const flagged = await world.rows(`SELECT id FROM look_up WHERE flags <> '{}' AND id = ANY($1)`, [ids]);
    expect(flagged).toEqual([]);
    expect((await world.verifying.run(nyborg)).faults).toEqual([]);
  });

  it('is reviewed once, with a finding and a note that is kept encrypted', async () => {
    const id = await append({ refused: true });
    const before = (await page({ reviewed: false })).total;
    const reviewed = await review(id, { finding: 'follow-up', note: 'Spurgt lederen' });
    expect(reviewed.review).toMatchObject({ finding: 'follow-up', note: 'Spurgt lederen', reviewedBy: officer.sub });
    await expect(review(id, { finding: 'in-order' })).rejects.toMatchObject({ problem: 'already-reviewed' });
    expect((await page({ reviewed: false })).total).toBe(before - 1);
    expect((await page({ reviewed: true })).items.map((each) => each.id)).toContain(id);
    const [{ note }] = (await world.rows<{ note: Buffer }>('SELECT note FROM look_up_review WHERE look_up_id = $1', [
      id,
    ])) as [{ note: Buffer }];
    expect(note.toString('latin1')).not.toContain('lederen');
  });

  it('of the own account is somebody else’s to see and to review', async () => {
    const lone = acting('dpo', 'data-protection-officer');
    const before = await page({}, lone);
    const id = await append({ refused: true, sub: lone.sub });
    expect((await page({}, lone)).total).toBe(before.total);
    expect((await page()).total).toBe(before.total + 1);
    const own = review(id, { finding: 'in-order' }, lone);
    await expect(own).rejects.toMatchObject({ kind: 'forbidden', problem: 'second-person-required' });
    expect((await review(id, { finding: 'in-order' })).review?.reviewedBy).toBe(officer.sub);
  });

  it('at an own, a relative’s or a colleague’s record is neither listed, counted nor reviewed; the attempt is logged', async () => {
    await withFacts();
    const [barred, colleague] = [acting('dpo-two', 'data-protection-officer'), newId()];
    const [self, child, relative, peer, stranger, family] = [newId(), newId(), newId(), newId(), newId(), newId()];
    const before = (await page({}, barred)).total;
    const samples = async (...subjects: string[]) => append({ refused: true, subjects });
    const ids = {
      own: await samples(self),
      family: await samples(family),
      child: await samples(stranger, child),
      relative: await samples(relative),
      colleague: await samples(peer),
      other: await samples(stranger),
    };
    expect((await page({}, barred)).total).toBe(before + 6);
    await bar(barred.sub, self, 'own-person');
    await bar(barred.sub, relative, 'relative');
    await bar(colleague, peer, 'own-person');
    await world.asOwner('INSERT INTO helhed.unit_member VALUES ($1, $2, $3)', [nyborg, 'dpo-two', colleague]);
    for (const person of [self, child])
      await world.asOwner(
        `INSERT INTO family_member (municipality, family_id, person_id, role) VALUES ($1, $2, $3, 'parent')`,
        [nyborg, family, person],
      );
    const shown = await page({}, barred);
    expect(shown.total).toBe(before + 1);
    expect(shown.items.map(({ id }) => id).filter((id) => Object.values(ids).includes(id))).toEqual([ids.other]);
    const refusal = (id: string) =>
      review(id, { finding: 'in-order' }, barred).catch((error: { problem: string }) => error.problem);
    expect(await Promise.all([ids.own, ids.family, ids.child].map(refusal))).toEqual([
      'own-record',
      'own-record',
      'own-record',
    ]);
    expect(await refusal(ids.relative)).toBe('relative-record');
    expect(await refusal(ids.colleague)).toBe('colleague-record');
    const refused = await world.rows<{ act: string }>('SELECT act FROM helhed.access_log WHERE refused');
    expect(refused.map(({ act }) => act)).toEqual(Array.from({ length: 5 }, () => 'look-up.review'));
    expect((await review(ids.other, { finding: 'in-order' }, barred)).review?.finding).toBe('in-order');
  });

  it('that was not drawn is not there, nor one whose content was erased; and looking at samples is itself a look', async () => {
    const [row] = await world.rows<{ id: string }>('SELECT id FROM look_up WHERE NOT drawn LIMIT 1');
    await expect(review(row?.id ?? '', { finding: 'in-order' })).rejects.toMatchObject({ problem: 'not-found' });
    const gone = await append({ refused: true, at: '2019-01-01T00:00:00.000Z' });
    await world.database.inTransaction(nyborg, (tx) => tx.query(`SELECT erase_look_ups('2020-01-01', 10)`));
    expect(await sampleOf(gone)).toBeUndefined();
    // the service's own role cannot empty the register with the same function
    const all = world.database.inTransaction(nyborg, (tx) => tx.query(`SELECT erase_look_ups('infinity', 1000000)`));
    await expect(all).rejects.toThrow('kept');
    const shown = await page({ limit: 3 });
    const [log] = await world.rows<{ act: string; subjects: string[]; categories: string[] }>(
      'SELECT act, subjects, categories FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    );
    expect(log).toMatchObject({ act: 'look-up.sample', categories: ['look-up-log'] });
    expect(log?.subjects.toSorted()).toEqual([...new Set(shown.items.flatMap(({ subjects }) => subjects))].toSorted());
  });
});

/** The facts of the seventh section of docs/access.md, as a service's database holds them. */
async function withFacts(): Promise<void> {
  const [there] = await world.rows<{ there: boolean }>(
    `SELECT to_regclass('helhed.barred_person') IS NOT NULL AS there`,
  );
  if (there?.there) return;
  const table = (name: string, columns: string) => world.asOwner(tenantTable(rolesOf('consent'), { name, columns }));
  await table(
    'helhed.barred_person',
    'id uuid, sub text, person_id uuid, kind text, from_date date, to_date date, PRIMARY KEY (municipality, id)',
  );
  await table('helhed.unit_member', 'unit text, sub text, PRIMARY KEY (municipality, unit, sub)');
}

async function bar(
  sub: string,
  person: string,
  kind: 'own-person' | 'relative',
  to: string | null = null,
): Promise<void> {
  await world.asOwner(
    `INSERT INTO helhed.barred_person (municipality, id, sub, person_id, kind, from_date, to_date)
     VALUES ($1, $2, $3, $4, $5, '2019-01-01', $6)`,
    [nyborg, newId(), sub, person, kind, to],
  );
}
