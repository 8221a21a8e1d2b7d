import { AccessQuery, Looks, standingBasesIn, theRegister, type Actor } from '@helhed/access';
import { jest } from '@jest/globals';
import { Paging } from '@helhed/web';
import fc from 'fast-check';
import {
  families,
  generated,
  type Generated,
  pairs,
  persons,
  referrals,
  store,
  tiedIn,
} from '../../test/decision-world.js';
import { as, citizen, personIn } from '../../test/families.js';
import { thoseWhoSee } from '../../test/those-who-see.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { decidableActs, type ResourceType } from './decidable-acts.js';
import { EvaluateAccess } from './evaluate-access.js';
import type { FoundPage } from './found-page.js';
import { SearchResources } from './search-resources.js';
import { SearchSubjects } from './search-subjects.js';

const today = '2026-10-05';
const officer = personIn(nyborg, 'raadhuset', 'data-protection-officer');

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
  const see = (of: readonly string[]) =>
    ask(officer, (dpo) => thoseWhoSee(looks, dpo, { person: person!, type, name, pairs: alive.map(whoever), of }));
  const seeing = await see(ids[type]);
  expect(await searched({ type: 'person', id: person! }, name)).toEqual(seeing);
  // whoever asks for the own sake hears of no more, whatever thing is asked about
  const me = citizen(nyborg, person!);
  expect(await searched({ type: 'person', id: person! }, name, me)).toEqual(seeing);
  const [first] = ids[type];
  expect(await searched({ type, id: first! }, name, me)).toEqual(await see([first!]));
}

const searched = async (resource: object, name: string, asker: Actor = officer) =>
  (
    await ask(asker, (by) =>
      all((page) =>
        subjects.run(by, { subject: { type: 'function-in-unit' }, resource, action: { name }, page } as never),
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
}, 400_000);

/** Everybody of the first family consented that the school hears of it; visitation triages its first referral. */
const disclosed: Generated = {
  members: [[...persons], [persons[0]!], [persons[0]!]],
  referrals: referrals.map((_, n) => ({
    family: families[n > 0 ? 2 : 0]!,
    unit: 'db-solsikken',
    triage: 'visitation',
    ended: null,
    matched: true,
  })) as unknown as Generated['referrals'],
  seats: [],
  rows: [{ family: families[0]!, pair: { unit: 'skole-nord', function: 'teacher' }, sub: 'pia', kind: 'partner' }],
  bases: [
    {
      from: 'visitation',
      to: 'skole-nord',
      purpose: 'cooperation',
      categories: ['family-structure'],
      covered: [...persons],
      state: 'covered',
    },
  ],
  barred: [],
  retired: null,
  institutions: [],
};

it('names the recorded basis that a decision rests on, and none once it is not in force', async () => {
  const asked = () =>
    ask(officer, (dpo) =>
      evaluations.one(dpo, {
        subject: whoever({ unit: 'skole-nord', function: 'teacher' }),
        resource: { type: 'family', id: families[0]!, properties: { category: 'family-structure' } },
        action: { name: 'family.read' },
      }),
    );
  const recorded = await world.database.inTransaction(nyborg, async (tx) => {
    await store(tx, disclosed);
    return tx.query<{ id: string }>(`SELECT id FROM helhed.basis_replica WHERE to_unit = 'skole-nord'`);
  });
  const processing = 'standing:nyborg-familiestue:cooperation:processing';
  const { decision, context } = await asked();
  expect([decision, context.bases.toSorted()]).toEqual([
    true,
    [...recorded.map(({ id }) => id), processing].toSorted(),
  ]);
  await world.database.inTransaction(nyborg, (tx) => store(tx, { ...disclosed, bases: [] }));
  expect(await asked()).toMatchObject({ decision: false, context: { reason: 'no-basis', bases: [] } });
});

it('answers nothing revocable of a register that was closed by the time it was read, and what stays as ever', async () => {
  const found = (unit: string, name: string) =>
    ask(officer, (dpo) =>
      resources.run(dpo, {
        subject: whoever({ unit, function: name } as (typeof pairs)[number]),
        resource: { type: 'family', properties: { category: 'family-structure' } },
        action: { name: 'family.read' },
        page: { limit: 50 },
      }),
    ).then(({ results }) => results.map(({ id }) => id));
  await world.database.inTransaction(nyborg, (tx) => store(tx, disclosed));
  expect(await found('skole-nord', 'teacher')).toEqual([families[0]]);
  const open = await found('visitation', 'triager');
  expect(open).toContain(families[0]);
  // closed while the search was under way: after its first statement, and before the one that finds
  const rows = AccessQuery.prototype.rows;
  const first = jest.spyOn(AccessQuery.prototype, 'rows').mockImplementationOnce(async function (
    this: AccessQuery,
    ...asked: Parameters<typeof rows>
  ) {
    const barred = await rows.apply(this, asked);
    await world.register.close();
    return barred;
  });
  await expect(found('skole-nord', 'teacher')).rejects.toMatchObject({ problem: 'register-restored' });
  first.mockRestore();
  await expect(found('skole-nord', 'teacher')).rejects.toMatchObject({ problem: 'register-restored' });
  expect(await found('visitation', 'triager')).toEqual(open);
});
