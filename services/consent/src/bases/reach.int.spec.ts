import { keepEmployeeRelation, keepRelation } from '@helhed/access';
import type { CloudEvent } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { as, declined, matched, personIn, seated, started } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';

let world: World;
let family: ReturnType<typeof matched>;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  family = matched();
  await world.hear(...family.events);
});
afterAll(() => world.stop());

const who = (pair: string, municipality = nyborg) => {
  const [unit, name] = pair.split(':') as [string, string];
  return personIn(municipality, unit, name);
};
const record = (pair: string, changes = {}) =>
  as(who(pair), (actor) => world.recordBasis.run(actor, asserted(family, changes)));
const total = async (pair: string) =>
  (await as(who(pair), (actor) => world.bases.page(actor, { familyId: family.familyId, limit: 50 }))).total;
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'reached',
    (error: { problem: string }) => error.problem,
  );

describe('the register is reached by a relation', () => {
  it.each([
    ['visitation:triager', 'reached'],
    ['db-solsikken:pedagogue', 'reached'], // the sender, in a function that may refer
    ['visitation-syd:triager', 'reached'], // before any unit has started triage
    ['familiestuen:group-leader', 'family-unknown'], // without a seat
    ['db-solsikken:teacher', 'family-unknown'], // the sender's unit, in a function that may not refer
    ['db-regnbuen:pedagogue', 'family-unknown'],
    ['familieafdelingen:family-coordinator', 'family-unknown'],
  ])('to record for a family: %s %s', async (pair, expected) => expect(await outcome(record(pair))).toBe(expected));

  it.each<[string, string, string, (referred: ReturnType<typeof matched>) => CloudEvent[]]>([
    ['visitation:triager', 'reached', 'its unit triages', (one) => [started(nyborg, one, 'visitation')]],
    ['visitation-syd:triager', 'family-unknown', 'another triages', (one) => [started(nyborg, one, 'visitation')]],
    ['visitation:triager', 'family-unknown', 'it is declined', (one) => [declined(nyborg, one)]],
    ['familiestuen:group-leader', 'reached', 'a seat there', (one) => [seated(nyborg, one, 'familiestuen')]],
    ['familiestuen:group-leader', 'family-unknown', 'a seat elsewhere', (one) => [seated(nyborg, one, 'another')]],
    ['familiestuen:caseworker', 'family-unknown', 'a seat there', (one) => [seated(nyborg, one, 'familiestuen')]],
    ['db-solsikken:pedagogue', 'reached', 'it sent, also what is declined', (one) => [declined(nyborg, one)]],
  ])('to record for a family: %s %s: %s', async (pair, expected, _, events) => {
    const other = matched();
    await world.hear(...other.events, ...events(other));
    const recorded = as(who(pair), (actor) => world.recordBasis.run(actor, asserted(other)));
    expect(await outcome(recorded)).toBe(expected);
  });

  it('that is a row, for whom it names and while it holds', async () => {
    const set = {
      relationId: newId(),
      familyId: family.familyId,
      programme: 'nyborg-familiestue',
      kind: 'coordinator' as const,
    };
    const tie = (from: string, to: string | null) =>
      world.database.inTransaction(nyborg, (tx) =>
        keepRelation(tx, {
          ...set,
          relationId: newId(),
          sub: 'somebody at familieafdelingen',
          unit: 'familieafdelingen',
          function: 'family-coordinator',
          from,
          to,
        }),
      );
    await tie('2026-09-01', '2026-10-05');
    expect(await outcome(record('familieafdelingen:family-coordinator'))).toBe('family-unknown');
    await tie('2026-10-05', null);
    expect(await outcome(record('familieafdelingen:family-coordinator'))).toBe('reached');
    expect(await record('familieafdelingen:family-coordinator', { programme: undefined })).toMatchObject({
      programme: set.programme,
    });
    expect(await outcome(record('familieafdelingen:caseworker'))).toBe('family-unknown');
  });

  it('to read, by the units that a basis names, too; else it is not there, nor in the total', async () => {
    const { id } = await record('visitation:triager', { toUnit: 'skole-nord' });
    const read = (pair: string, municipality = nyborg) =>
      outcome(as(who(pair, municipality), (actor) => world.bases.get(actor, id)));
    expect(await read('skole-nord:teacher')).toBe('reached');
    expect(await read('visitation:caseworker')).toBe('reached');
    expect(await read('raadhuset:data-protection-officer')).toBe('reached');
    expect(await read('skole-syd:teacher')).toBe('not-found');
    expect(await read('visitation:triager', esbjerg)).toBe('not-found');
    const all = (await world.rows('SELECT id FROM basis WHERE family_id = $1', [family.familyId])).length;
    expect(await total('raadhuset:data-protection-officer')).toBe(all);
    expect(await total('visitation:triager')).toBe(all);
    expect([await total('skole-nord:teacher'), await total('skole-syd:teacher')]).toEqual([1, 0]);
  });

  it('and not by whose own, or whose relative’s, record it is: refused, logged, and not in the list', async () => {
    const barred = {
      relationId: newId(),
      personId: family.maja,
      sub: 'somebody at db-egen',
      kind: 'own-person' as const,
      from: '2026-01-01',
      to: null,
    };
    const { id } = await record('visitation:triager', { toUnit: 'db-egen' });
    expect([await total('db-egen:pedagogue')]).toEqual([1]);
    await world.database.inTransaction(nyborg, (tx) => keepEmployeeRelation(tx, barred));
    const read = () => as(who('db-egen:pedagogue'), (actor) => world.bases.get(actor, id));
    expect([await outcome(read()), await total('db-egen:pedagogue')]).toEqual(['own-record', 0]);
    const refused = await world.rows('SELECT act, refused FROM helhed.access_log WHERE refused');
    expect(refused).toEqual([{ act: 'basis.read', refused: true }]);
  });
});
