import { FindHoldings, FindReaders, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { holdFunctions, linkedCitizen, seenBy } from '@helhed/testing';
import { asserted } from '../test/asserted.js';
import { as, ended, matched, triagerIn } from '../test/families.js';
import { nyborg, startWorld, type World } from '../test/world.js';
import { holdings } from './held.js';
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
});
