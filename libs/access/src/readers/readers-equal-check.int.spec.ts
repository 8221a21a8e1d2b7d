import { Tx, type Database } from '@helhed/database';
import { requestContext } from '@helhed/telemetry';
import fc from 'fast-check';
import type { Actor } from '../actor/actor.js';
import { isCaseFunction } from '../actor/functions.js';
import type { AccessFacts } from '../decision/access-facts.js';
import { decide } from '../decision/decide.js';
import { AccessDatabase, insert } from '../decision/test/access-database.js';
import { familyFacts, thingFacts } from '../decision/test/facts-of.js';
import { world, type World } from '../decision/test/generated-world.js';
import { storeWorld } from '../decision/test/store-world.js';
import { family, thing } from '../decision/test/things-in-sql.js';
import { functions, persons, today, unitCodes, uuid } from '../decision/test/vocabulary.js';
import { theRegister } from '../lease/ground.js';
import type { Act } from '../looks/act.js';
import { Looks } from '../looks/looks.js';
import { FindReaders, type Reader } from './find-readers.js';
import type { Readers } from './readers.js';

const [person] = persons as [string];
const retired = 'clinic';
const pairs = unitCodes.flatMap((unit) => Object.keys(functions).map((name) => ({ unit, function: name })));
const citizen = { kind: 'citizen', issuer: 'i', sub: 'maja', azp: 'pages', functions: [], person } as const;
const seen = { some: 0, none: 0, by: new Map<string, number>() };

let at: AccessDatabase;
beforeAll(async () => (at = await AccessDatabase.make()));
afterAll(() => at.stop());

const act = (name: string, relations: Act['relations'], ...sections: Act['sections']): Act => ({
  act: name,
  mode: 'read',
  relations: relations.filter((relation) => relation !== 'own' && relation !== 'custody'),
  sections,
});
const looksOf = ({ relations }: World) => ({
  thing: act('thing.read', relations, 'referral.outcome'),
  family: act('family.read', relations, 'family.structure', 'family.identity'),
});

function readersOf(given: World): Readers {
  const { thing: ofThing, family: ofFamily } = looksOf(given);
  return {
    custody: 'helhed.custody_replica',
    looks: [
      {
        act: ofThing,
        allow: [
          { kind: 'person', functions: 'case' },
          { kind: 'person', functions: ['programme-lead'] },
        ],
        thing,
        from: 'thing t',
        where: ({ person: who }) => `${who} = ANY (t.persons)`,
      },
      {
        act: ofFamily,
        allow: [{ kind: 'person', functions: 'case' }],
        thing: family,
        from: 'family f',
        where: ({ person: who }) => `${who} = ANY (f.members)`,
      },
    ],
  };
}

/** By the check alone, of one function after the other. */
function allowed(given: World): Map<string, Set<string>> {
  const { thing: ofThing, family: ofFamily } = looksOf(given);
  const found = new Map<string, Set<string>>();
  for (const pair of pairs.filter(({ unit }) => unit !== retired)) {
    const actor = { kind: 'function-in-unit', sub: '', ...pair } as const;
    const acting = { ...given, actor } as unknown as World;
    const note = (asked: Act, facts: AccessFacts) => {
      const decision = decide({ ...asked, actor, today, standing: given.standing }, facts);
      for (const section of decision.sections) {
        const fact = facts.sections.find(({ name, of }) => name === section.name && of === section.of);
        if (!section.shown || !fact?.persons.includes(person)) continue;
        const key = [pair.unit, pair.function, section.relation, section.category].join(' ');
        found.set(key, new Set([...(found.get(key) ?? []), ...section.bases]));
      }
    };
    if (isCaseFunction(pair.function) || pair.function === 'programme-lead')
      for (const each of given.things) note(ofThing, thingFacts(acting, each));
    if (isCaseFunction(pair.function)) for (const { id } of given.families) note(ofFamily, familyFacts(acting, id));
  }
  return found;
}

/** As the reactions would have written it, and read on the day that the world is of. */
async function readIn(tx: Tx, given: World): Promise<Reader[]> {
  const { municipality } = tx;
  await storeWorld(tx, given);
  await tx.query('UPDATE helhed.unit_replica SET retired = true WHERE code = $1', [retired]);
  await insert(
    tx,
    'helhed.unit_function',
    pairs.map((pair) => ({ municipality, ...pair })),
  );
  await insert(tx, 'helhed.citizen_link', [
    { municipality, id: uuid(900), person_id: person, sub: citizen.sub, linked_on: '2026-01-01', ended_on: null },
  ]);
  const then = new Tx(tx.manager, municipality, new Date(`${today}T10:00:00Z`), tx.personalData);
  const database = { inTransaction: (_: string, work: (of: Tx) => Promise<unknown>) => work(then) };
  const looks = new Looks(database as unknown as Database, theRegister, () => Promise.resolve(given.standing));
  const actor: Actor = { ...citizen, municipality };
  return requestContext.run({ requestId: 'r', actor }, () =>
    new FindReaders(looks, readersOf(given)).run(actor, person),
  );
}

async function same(given: World): Promise<void> {
  await at.thrownAway(async (tx) => {
    const readers = await readIn(tx, given);
    const wanted = allowed(given);
    const found = new Map(
      readers.map(({ unit, function: name, relation, category, bases }) => [
        [unit, name, relation, category].join(' '),
        new Set(bases),
      ]),
    );
    expect(found).toEqual(wanted);
    seen[wanted.size > 0 ? 'some' : 'none']++;
    for (const relation of new Set(readers.map(({ relation: by }) => by)))
      seen.by.set(relation, (seen.by.get(relation) ?? 0) + 1);
  });
}

it('are everybody whom the check shows something of the person, and nobody else, by which relation and on which bases', async () => {
  await fc.assert(fc.asyncProperty(world, same), { numRuns: 600, endOnFailure: true });
  process.stdout.write(
    `readers: ${seen.some} worlds with some, ${seen.none} with none, by ${[...seen.by].map(([by, worlds]) => `${by} ${worlds}`).join(', ')}\n`,
  );
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(15);
  expect([...seen.by.keys()].toSorted()).toEqual(
    [
      'contact',
      'coordinator',
      'follow-up',
      'group',
      'institution',
      'lead',
      'observer',
      'partner',
      'sender',
      'team',
      'triage',
    ].toSorted(),
  );
}, 180_000);
