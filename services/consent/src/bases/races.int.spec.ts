import { AccessTakenAway } from '@helhed/contracts';
import { createHash } from 'node:crypto';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { covers } from '../../test/covers.js';
import { as, ended, held, matched, published, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const triager = triagerIn(nyborg);
const given = { how: 'written', givenOn: '2026-10-01', evidence: 'Brev 7' } as const;
const once = () => ({
  keyHash: createHash('sha256').update(newId()).digest(),
  bodyHmac: createHash('sha256').digest(),
});

describe('withdrawing, adding and renewing at the same moment', () => {
  it('leaves nobody covered by a consent that was taken back, and raises the epoch once for each event that says so', async () => {
    const [before] = await world.rows<{ value: string }>('SELECT value FROM epoch_counter');
    const raised: number[] = [];
    for (let round = 0; round < 25; round++) {
      const family = matched();
      await world.hear(...family.events);
      const { maja, jonas, alma, familyId } = family;
      const basis = await as(triager, (actor) => world.recordBasis.run(actor, asserted(family, { givenBy: [maja] })));
      const work = [
        () => as(triager, (actor) => world.withdrawBasis.run(actor, basis.id, { givers: [maja] })),
        () => as(triager, (actor) => world.withdrawBasis.run(actor, basis.id, { givers: [maja] })),
        () => as(triager, (actor) => world.addConsent.run(actor, basis.id, 1, { givenBy: [jonas], ...given })),
        () => as(triager, (actor) => world.addConsent.run(actor, basis.id, 1, { givenBy: [maja], ...given })),
        () =>
          as(
            triager,
            (actor) => world.renewBasis.run(actor, basis.id, { givenBy: [jonas], ...given, validFrom: '2026-10-01' }),
            once(),
          ),
        () =>
          world.hear(
            held(nyborg, { familyId, childId: alma, holderId: newId(), from: '2026-10-01' }),
            ended(nyborg, family.custody[1]!, '2026-11-01'),
          ),
      ];
      const outcomes = await Promise.allSettled(shuffle(work).map((each) => each()));
      for (const outcome of outcomes)
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ kind: expect.stringMatching(/stale|conflict/) });
      const after = await as(triager, (actor) => world.bases.get(actor, basis.id));
      expect(after.givers.find(({ person }) => person === maja)?.withdrawnAt).not.toBeNull();
      for (const person of [maja, alma])
        expect((await covers(world, basis.id, person)).map(([state]) => state)).not.toContain('covered');
      const events = await world.events(familyId);
      const last = events.findLast(({ data }) => data['basisId'] === basis.id);
      // what was told last is how it stands
      const told = last?.data['coverage'] as { personId: string; state: string }[];
      const today = [...Map.groupBy(told, ({ personId }) => personId)].map(([person, [first]]) => ({
        person,
        state: first?.state,
      }));
      expect(today).toEqual(after.coverage);
      expect(last?.data['ended']).toBe(after.ended);
      raised.push(
        ...events
          .filter(({ type, data }) => data['raised'] === true || type === AccessTakenAway.type)
          .map(({ data }) => Number(data['epoch'])),
      );
    }
    const [counter] = await world.rows<{ value: string }>('SELECT value FROM epoch_counter');
    const expected = Array.from(
      { length: Number(counter?.value) - Number(before?.value ?? 0) },
      (_, at) => Number(before?.value ?? 0) + at + 1,
    );
    expect(raised.toSorted((a, b) => a - b)).toEqual(expected);
    expect(raised.length).toBeGreaterThanOrEqual(25);
  });

  it('leaves what is covered as custody and definition stand, recorded while they change', async () => {
    for (let round = 0; round < 15; round++) {
      const family = matched();
      await world.hear(...family.events);
      const voice = { age: 10 + round, mode: 'alone' as const };
      const definition = published(nyborg, (was) => ({
        ...was,
        version: 2 + round,
        purposes: {
          ...was.purposes,
          'outcome-to-sender': { rules: [{ validFrom: '2025-01-01', consentOf: 'own', ownVoice: voice }] },
        },
      }));
      const [recorded] = await Promise.all([
        as(triager, (actor) =>
          world.recordBasis.run(actor, asserted(family, { givenBy: [family.maja, family.jonas] })),
        ),
        world.hear(
          ended(nyborg, family.custody[1]!, '2026-10-01'),
          held(nyborg, { familyId: family.familyId, childId: family.alma, holderId: newId(), from: '2026-10-01' }),
        ),
        world.hear(definition),
      ]);
      expect(await covers(world, recorded.id, family.alma)).toEqual([
        ['covered', '2026-09-03', '2026-10-01'],
        ['incomplete', '2026-10-01', null],
      ]);
    }
  });
});

const shuffle = <T>(all: readonly T[]): T[] =>
  all
    .map((each) => [Math.random(), each] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, each]) => each);
