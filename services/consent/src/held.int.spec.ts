import { FindHoldings, FindReaders, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { asserted } from '../test/asserted.js';
import { aLook } from '../test/look-up-world.js';
import { as, ended, matched, triagerIn } from '../test/families.js';
import { nyborg, startWorld, type World } from '../test/world.js';
import { holdings } from './held.js';
import { appendLookUps } from './look-ups/append-look-ups.js';
import { readers } from './readers.js';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
});
afterAll(() => world.stop());

const linked = (person: string): Promise<Actor> =>
  world.database.inTransaction(nyborg, (tx) => linkedCitizen(tx, person));
const ask = (actor: Actor, person: string) =>
  as(actor, (someone) => new FindHoldings(world.looks, holdings).run(someone, person));

let number = 0;
/** Somebody in the unit looked at the child, alone named. */
const looked = (person: string, act: string, unit: string) =>
  world.database.inTransaction(nyborg, (tx) =>
    appendLookUps(tx, 'family-plan', { incarnation, from: ++number, rows: [aLook({ act, unit, subjects: [person] })] }),
  );
const incarnation = newId();

describe('what the register holds on a person', () => {
  it('is the bases about the person, and where the evidence of own consents is', async () => {
    const family = matched();
    await world.hear(...family.events);
    const record = { ...asserted(family), validTo: undefined };
    await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, record), {
      keyHash: Buffer.alloc(32, newId()),
      bodyHmac: Buffer.alloc(32),
    });
    const entry = { category: 'basis', count: 1, since: '2026-10-05', units: ['visitation'] };
    const evidence = { category: 'basis-evidence', count: 1, since: '2026-09-03', units: ['visitation'] };
    const maja = await linked(family.maja);
    expect(await ask(maja, family.maja)).toEqual([entry, evidence]);
    expect(await ask(maja, family.alma)).toEqual([entry]);
    await expect(ask(maja, family.jonas)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('is who looked at a child’s own view for the child alone, and not by custody', async () => {
    const family = matched();
    await world.hear(...family.events);
    await looked(family.alma, 'child-view.list', 'familiestuen');
    const looks = async (who: string) =>
      (await ask(await linked(who), family.alma)).filter(({ category }) => category === 'look-up-log');
    expect(await looks(family.alma)).toMatchObject([{ count: 1, units: ['familiestuen'] }]);
    expect(await looks(family.maja)).toEqual([]);
    await looked(family.alma, 'family.read', 'visitation');
    expect(await looks(family.maja)).toMatchObject([{ count: 1, units: ['visitation'] }]);
  });

  it('is not told by custody that has ended', async () => {
    const family = matched();
    await world.hear(...family.events, ended(nyborg, family.custody[1]!, '2026-10-05'));
    await expect(ask(await linked(family.jonas), family.alma)).rejects.toMatchObject({ problem: 'not-found' });
    expect(await ask(await linked(family.maja), family.alma)).toEqual([]);
  });
});

describe('who may see what the register holds on a person', () => {
  const seers = async (me: string, person: string) => {
    const actor = await linked(me);
    return seenBy(await as(actor, (someone) => new FindReaders(world.looks, readers).run(someone, person)));
  };
  const officer = 'raadhuset:data-protection-officer';

  it('is the officer, the units that a basis names, those who have the case, and who recorded where the evidence is', async () => {
    const pairs = ['visitation:triager', 'visitation:caseworker', 'visitation-syd:triager', 'db-solsikken:pedagogue'];
    await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, officer, ...pairs, 'db-regnbuen:pedagogue'));
    const family = matched();
    await world.hear(...family.events);
    expect(await seers(family.maja, family.maja)).toEqual({});
    await as(triagerIn(nyborg), (actor) => world.recordBasis.run(actor, { ...asserted(family), validTo: undefined }), {
      keyHash: Buffer.alloc(32, newId()),
      bodyHmac: Buffer.alloc(32),
    });
    const entry = {
      [officer]: ['basis'],
      'visitation:triager': ['basis'],
      'visitation:caseworker': ['basis'],
      'visitation-syd:triager': ['basis'],
      'db-solsikken:pedagogue': ['basis'],
    };
    const both = ['basis', 'basis-evidence'];
    const evidence = { [officer]: both, 'visitation:triager': both, 'visitation:caseworker': both };
    expect(await seers(family.maja, family.maja)).toEqual({ ...entry, ...evidence });
    expect(await seers(family.maja, family.alma)).toEqual(entry);
  });

  it('is, by custody, nobody of whom only looks at the child’s own view tell', async () => {
    const [theirs, other] = ['familiestuen:caseworker', 'dagplejen:caseworker'];
    await world.database.inTransaction(nyborg, (tx) => holdFunctions(tx, theirs, other));
    const family = matched();
    await world.hear(...family.events);
    await looked(family.alma, 'child-view.list', 'familiestuen');
    expect(Object.keys(await seers(family.alma, family.alma))).toContain(theirs);
    expect(await seers(family.maja, family.alma)).toEqual({});
    await looked(family.alma, 'family.read', 'dagplejen');
    const byCustody = Object.keys(await seers(family.maja, family.alma));
    expect(byCustody).toContain(other);
    expect(byCustody).not.toContain(theirs);
  });
});
