import { FindReaders } from '@helhed/access';
import { linkedCitizen } from '@helhed/testing';
import { Paging } from '@helhed/web';
import { asserted, otherKind } from '../../test/asserted.js';
import { as, citizen, matched, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import type { RecordBasis } from './bases.dto.js';
import { SearchSubjects } from '../decisions/search-subjects.js';
import { FindLookUps } from '../look-ups/find-look-ups.js';
import { FindMe } from '../me/find-me.js';
import { FindOwnPersons } from '../pages/my/find-own-persons.js';
import { readers } from '../readers.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

const record = async (family: ReturnType<typeof matched>, changes: Partial<RecordBasis> = {}) =>
  (await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, asserted(family, changes)))).id;
const ofAlma = ({ alma }: { alma: string }) => ({ ...otherKind.statute, persons: [alma] }) as Partial<RecordBasis>;

async function readersOf(me: string, person: string): Promise<unknown> {
  const actor = await world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, me));
  return new FindReaders(world.looks, readers).run(actor, person);
}

/** What a citizen is shown of a person, by each of the ways there are; a refusal as its slug. */
async function shownTo(me: string, person: string, basis: string): Promise<unknown[]> {
  const paging = new Paging(Buffer.alloc(32, 1));
  const own = new FindOwnPersons(world.database, world.looks);
  const subjects = new SearchSubjects(world.looks, paging);
  const all = { limit: 50 };
  const question = { subject: { type: 'function-in-unit' }, action: { name: 'family.read' } };
  const looks: (() => Promise<unknown>)[] = [
    () => world.bases.ofPerson(citizen(nyborg, me), person, all).then(({ items }) => items.map(({ id }) => id)),
    () => world.receipts.run(citizen(nyborg, me), basis).then(({ basisId }) => basisId),
    () => new FindLookUps(world.looks, paging).own(citizen(nyborg, me), person, all).then(() => 'looks'),
    () => own.one(citizen(nyborg, me), person).then((about) => about.person.id),
    () => readersOf(me, person).then(() => 'readers'),
    () =>
      subjects
        .run(citizen(nyborg, me), { ...question, resource: { type: 'person', id: person } })
        .then(() => 'subjects'),
  ];
  const shown: unknown[] = [];
  for (const look of looks)
    shown.push(
      await as(citizen(nyborg, me), look).catch((error: unknown) => (error as { problem?: string }).problem ?? error),
    );
  return shown;
}

describe('a closed register', () => {
  it('shows a citizen the own data, and nothing of a child in its custody, as custody may have been taken away', async () => {
    const family = matched();
    const { maja, jonas, alma } = family;
    await world.hear(...family.events);
    const [id, consent] = [await record(family, ofAlma(family)), await record(family)];
    const ofChild = [[consent, id].toSorted(), id, 'looks', alma, 'readers', 'subjects'];
    const open = await shownTo(maja, alma, id);
    expect([(open[0] as string[]).toSorted(), ...open.slice(1)]).toEqual(ofChild);

    await world.register.close();
    const refused = Array.from({ length: 6 }, (_, n) => (n === 4 ? 'consent-unavailable' : 'register-restored'));
    expect(await shownTo(maja, alma, id)).toEqual(refused);
    expect(await shownTo(maja, maja, consent)).toEqual([[consent], consent, 'looks', maja, 'readers', 'subjects']);
    // an adult whom one has no custody of is as unknown as ever
    expect((await shownTo(jonas, maja, id))[0]).toBe('not-found');
  });

  it('names nobody’s children, still names whom one is, and takes consents back', async () => {
    const family = matched();
    const { maja } = family;
    await world.hear(...family.events);
    await world.register.close();
    const me = () =>
      as(citizen(nyborg, maja), (actor) => new FindMe(new FindOwnPersons(world.database, world.looks)).run(actor));
    await expect(me()).rejects.toMatchObject({ kind: 'unavailable', problem: 'register-restored' });
    const all = await as(citizen(nyborg, maja), (actor) => new FindOwnPersons(world.database, world.looks).all(actor));
    expect(all).toEqual({ persons: [{ id: maja, self: true }], closed: [family.alma] });
    const [id, other] = [await record(family), await record(family, ofAlma(family))];
    const withdraw = await as(citizen(nyborg, maja), (actor) => world.withdrawBasis.run(actor, id, {}));
    // what remains of the child's is left out of the answer; the consent is taken back all the same
    expect(withdraw.remaining.map(({ basis }) => basis)).not.toContain(other);
    expect(withdraw.givers.filter(({ person }) => person === maja)).toMatchObject([
      { withdrawnAt: expect.any(String) as string },
    ]);
  });
});
