import { Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import type { Tx } from '@helhed/database';
import { newId } from '@helhed/kernel';
import { Paging } from '@helhed/web';
import fc from 'fast-check';
import { as, personIn, programme } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { decidableActs, type ResourceType } from './decidable-acts.js';
import { decideOn } from './decide-on.js';
import { EvaluateAccess } from './evaluate-access.js';
import { evaluate } from './evaluation.js';
import type { FoundPage } from './found-page.js';
import { SearchResources } from './search-resources.js';
import { SearchSubjects } from './search-subjects.js';
import { isAllowed, subjectOf } from './subject.js';

const today = '2026-10-05';
const units = ['visitation', 'db-solsikken', 'familiestuen', 'skole-nord'] as const;
const functions = ['triager', 'pedagogue', 'group-leader', 'teacher', 'programme-lead', 'family-coordinator'] as const;
const persons = Array.from({ length: 4 }, newId);
const families = Array.from({ length: 3 }, newId);
const referrals = Array.from({ length: 4 }, newId);
const officer = personIn(nyborg, 'raadhuset', 'data-protection-officer');

const unit = fc.constantFrom(...units);
const family = fc.constantFrom(...families);
const someone = fc.constantFrom('pia', 'kim');
const pairs = units.flatMap((of) => functions.map((name) => ({ unit: of, function: name })));
const pair = fc.constantFrom(...pairs);

/** Rows as events leave them; most of them tie the family to somebody. */
const generated = fc.record({
  members: fc.tuple(...families.map(() => fc.subarray(persons, { minLength: 1 }))),
  referrals: fc.tuple(
    ...referrals.map(() =>
      fc.record({
        family,
        unit,
        triage: fc.option(unit),
        ended: fc.option(fc.constantFrom('declined', 'withdrawn', 'closed'), { freq: 3 }),
        matched: fc.boolean(),
      }),
    ),
  ),
  seats: fc.array(fc.record({ family, unit }), { maxLength: 3 }),
  rows: fc.array(
    fc.record({ family, pair, sub: someone, kind: fc.constantFrom('coordinator', 'team', 'contact', 'partner') }),
    { minLength: 2, maxLength: 6 },
  ),
  bases: fc.array(
    fc.record({
      from: unit,
      to: unit,
      purpose: fc.constantFrom('outcome-to-sender', 'cooperation', 'coordination'),
      categories: fc.subarray(['referral-outcome', 'family-structure', 'identity', 'enrolment'], { minLength: 1 }),
      covered: fc.subarray(persons, { minLength: 2 }),
      state: fc.constantFrom('covered', 'covered', 'covered', 'withdrawn'),
    }),
    { maxLength: 8 },
  ),
  barred: fc.array(fc.record({ sub: someone, person: fc.constantFrom(...persons) }), { maxLength: 1 }),
  retired: fc.option(fc.constantFrom('skole-nord', 'visitation'), { freq: 3 }),
});
type Generated = typeof generated extends fc.Arbitrary<infer T> ? T : never;

const tables = [
  'helhed.basis_person',
  'helhed.basis_replica',
  'helhed.referral_replica',
  'helhed.seat_replica',
  'helhed.relation_replica',
  'helhed.barred_person',
  'helhed.unit_replica',
  'referral_persons',
  'family_member',
  'unit_function',
];

async function store(tx: Tx, given: Generated): Promise<void> {
  for (const table of tables) await tx.query(`DELETE FROM ${table} WHERE municipality = helhed.tenant()`);
  const insert = async (table: string, rows: readonly object[]) => {
    for (const row of rows) {
      const [names, values] = [Object.keys(row), Object.values(row)];
      const marks = values.map((_, n) => `$${n + 1}`);
      await tx.query(
        `INSERT INTO ${table} (municipality, ${names.join(', ')}) VALUES (helhed.tenant(), ${marks.join(', ')})`,
        values,
      );
    }
  };
  const open = { from_date: '2026-01-01', to_date: null };
  await insert('unit_function', pairs);
  await insert(
    'helhed.unit_replica',
    units.map((code) => ({
      code,
      parent: null,
      retired: code === given.retired,
      inside_parent: false,
      outside: false,
    })),
  );
  await insert(
    'family_member',
    given.members.flatMap((of, n) =>
      of.map((person_id) => ({ family_id: families[n], person_id, role: 'parent', households: [families[n]] })),
    ),
  );
  for (const [n, of] of given.referrals.entries()) {
    const id = referrals[n]!;
    const version = { programme, programme_version: 1 };
    await insert('helhed.referral_replica', [
      { id, family_id: of.family, ...version, referring_unit: of.unit, triage_unit: of.triage, ended: of.ended },
    ]);
    const members = given.members[families.indexOf(of.family)];
    if (of.matched) await insert('referral_persons', [{ referral_id: id, persons: members }]);
  }
  await insert(
    'helhed.seat_replica',
    given.seats.map((seat) => ({ id: newId(), family_id: seat.family, place_id: newId(), programme, unit: seat.unit })),
  );
  await insert(
    'helhed.relation_replica',
    given.rows.map(({ family: family_id, kind, sub, pair: held }) => {
      const own = { id: newId(), family_id, programme, kind, sub: kind === 'partner' ? null : sub, ...open };
      return { ...own, ...held, ...(kind === 'coordinator' && { function: 'family-coordinator' }) };
    }),
  );
  for (const basis of given.bases) {
    const id = newId();
    const { purpose, categories, from, to } = basis;
    await insert('helhed.basis_replica', [
      {
        id,
        family_id: families[0],
        programme,
        kind: 'consent',
        layer: 'disclosure',
        purpose,
        categories,
        from_unit: from,
        to_unit: to,
        valid_from: '2026-01-01',
        epoch: 0,
      },
    ]);
    await insert(
      'helhed.basis_person',
      basis.covered.map((person_id) => ({ basis_id: id, person_id, state: basis.state, ...open })),
    );
  }
  await insert(
    'helhed.barred_person',
    given.barred.map(({ sub, person }) => ({ id: newId(), sub, person_id: person, kind: 'own-person', ...open })),
  );
}

/** Pairs that something ties to a family or a referral. */
const tiedIn = ({ rows, referrals: of, seats }: Generated) => [
  ...rows.map(({ pair: held }) => held),
  ...of.flatMap(({ unit: sender, triage }) => [
    { unit: sender, function: 'pedagogue' as const },
    { unit: triage ?? sender, function: 'triager' as const },
  ]),
  ...seats.map((seat) => ({ unit: seat.unit, function: 'group-leader' as const })),
];

let world: World;
let looks: Looks;
let evaluations: EvaluateAccess;
let resources: SearchResources;
let subjects: SearchSubjects;
const counted = { allowed: 0, denied: 0, pages: 0 };

beforeAll(async () => {
  world = await startWorld();
  await world.live(today);
  const standing = standingBasesIn('programme_copy', { validFrom: 'valid_from', purposes: 'purposes' });
  looks = new Looks(world.database, theRegister, standing);
  const paging = new Paging(Buffer.alloc(32, 1));
  evaluations = new EvaluateAccess(looks);
  resources = new SearchResources(looks, paging);
  subjects = new SearchSubjects(looks, paging);
});
afterAll(() => world.stop());

const ask = <T>(asker: Actor, work: (actor: Actor) => Promise<T>) => as(asker, work);

/** Every page, two results at a time. */
async function all<T>(look: (page: { limit: number; token?: string }) => Promise<FoundPage<T>>): Promise<T[]> {
  const found: T[] = [];
  let token: string | undefined;
  for (;;) {
    const { results, page } = await look({ limit: 2, ...(token && { token }) });
    counted.pages++;
    expect(page.count).toBe(results.length);
    found.push(...results);
    if (!page.next_token) {
      expect(page.total).toBe(found.length);
      return found;
    }
    token = page.next_token;
  }
}

const ids: Record<ResourceType, readonly string[]> = { referral: referrals, family: families };
const whoever = ({ unit: of, function: name }: (typeof pairs)[number]) => ({
  type: 'function-in-unit',
  id: `${of}:${name}`,
});
const decided = async (subject: object, type: string, id: string, name: string, category?: string) => {
  const resource = { type, id, ...(category && { properties: { category } }) };
  const answer = await ask(officer, (dpo) =>
    evaluations.one(dpo, { subject, resource, action: { name } } as Parameters<EvaluateAccess['one']>[1]),
  );
  counted[answer.decision ? 'allowed' : 'denied']++;
  return answer.decision;
};

async function resourcesAreThoseAllowed(subject: object): Promise<void> {
  for (const [type, acts] of Object.entries(decidableActs) as unknown as [ResourceType, readonly { act: string }[]][])
    for (const { act: name } of acts) {
      const category = name === 'family.read' ? 'identity' : undefined;
      const wanted: string[] = [];
      for (const id of ids[type]) if (await decided(subject, type, id, name, category)) wanted.push(id);
      const resource = { type, ...(category && { properties: { category } }) };
      const found = await ask(officer, (dpo) =>
        all((page) => resources.run(dpo, { subject, resource, action: { name }, page } as never)),
      );
      expect([name, found.map(({ id }) => id)]).toEqual([name, wanted.toSorted()]);
    }
}

async function subjectsAreThoseAllowed(type: ResourceType, name: string, retired: string | null): Promise<void> {
  const alive = pairs.filter((each) => each.unit !== retired);
  for (const id of ids[type]) {
    const wanted: string[] = [];
    for (const each of alive) if (await decided(whoever(each), type, id, name)) wanted.push(whoever(each).id);
    expect(await searched({ type, id }, name)).toEqual(wanted.toSorted());
  }
  const [person] = persons;
  const act = decidableActs[type].find(({ act: of }) => of === name)!;
  const wanted = await ask(officer, (dpo) =>
    looks.at(dpo, act, async (look) => {
      const may: string[] = [];
      for (const each of alive) {
        const subject = subjectOf(whoever(each), dpo)!;
        let allowed = false;
        for (const id of ids[type]) {
          const found = await decideOn(look, act, subject, type, id);
          const about = found?.facts.members.includes(person!) ?? false;
          const one = found && evaluate(act, found.decision, found.facts, { person });
          allowed ||= about && one?.decision === true && isAllowed(act, subject, dpo);
        }
        if (allowed) may.push(whoever(each).id);
      }
      return may;
    }),
  );
  expect(await searched({ type: 'person', id: person! }, name)).toEqual(wanted.toSorted());
}

const searched = async (resource: object, name: string) =>
  (
    await ask(officer, (dpo) =>
      all((page) =>
        subjects.run(dpo, { subject: { type: 'function-in-unit' }, resource, action: { name }, page } as never),
      ),
    )
  ).map(({ id }) => id);

it('finds by each search exactly what an evaluation allows, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(generated, fc.nat(), async (given, n) => {
      const tied = tiedIn(given);
      const held = tied[n % tied.length]!;
      await world.database.inTransaction(nyborg, (tx) => store(tx, given));
      await resourcesAreThoseAllowed(whoever(held));
      const { unit: of, function: name } = held;
      await resourcesAreThoseAllowed({ type: 'person', id: 'pia', properties: { function: `${of}:${name}` } });
      await subjectsAreThoseAllowed('referral', 'referral.outcome', given.retired);
      await subjectsAreThoseAllowed('family', 'family.read', given.retired);
      const resource = { type: 'family', id: families[0]! };
      const actions = await ask(officer, (dpo) => evaluations.actions(dpo, { subject: whoever(held), resource }));
      const wanted: string[] = [];
      for (const { act } of decidableActs.family)
        if (await decided(whoever(held), 'family', families[0]!, act)) wanted.push(act);
      expect(actions).toEqual(wanted.toSorted());
    }),
    { numRuns: 6, endOnFailure: true },
  );
  process.stdout.write(`AuthZEN searches: ${JSON.stringify(counted)}\n`);
  const { allowed, denied } = counted;
  expect(allowed / (allowed + denied)).toBeGreaterThan(0.05);
}, 180_000);
