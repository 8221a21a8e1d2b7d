import { randomBytes } from 'node:crypto';
import { keepClearance, keepEmployeeRelation, type Actor } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { Paging, validate } from '@helhed/web';
import { accountIn, as, personIn } from '../../test/actors.js';
import { adult, barredFrom, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { EndLink } from './end-link.js';
import { FindLinks } from './find-links.js';
import { IssueLinkCode } from './issue-link-code.js';
import * as dto from './links.dto.js';
import { RedeemLinkCode } from './redeem-link-code.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const triager = personIn(nyborg);
let administrators = 0;
/** Another one each time, in a unit of their own. */
const administrator = (municipality = nyborg): Actor => {
  const unit = `personale-${++administrators}`;
  return { ...personIn(municipality, 'administrator', unit), sub: `administrator at ${unit}` };
};
const paging = new Paging(randomBytes(32));
const list = (actor: Actor, query: Partial<dto.LinkQuery> = {}) =>
  as(actor, (someone) => new FindLinks(world.looks, paging).page(someone, { limit: 200, ...query }));
const idsFor = async (actor: Actor, query: Partial<dto.LinkQuery> = {}) => {
  const { items, total } = await list(actor, query);
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};

async function link(personId: string, sub = newId()) {
  const issuing = (actor: Actor) => new IssueLinkCode(world.database, world.persons, world.looks).run(actor, personId);
  const { code } = await as(triager, issuing);
  return as(accountIn(nyborg, sub), (actor) => new RedeemLinkCode(world.database).run(actor, code as string));
}
const end = (id: string) => as(administrator(), (actor) => new EndLink(world.database).run(actor, id, 1));

/** Somebody of the administrator's unit is this person. */
const colleagueIs = ({ municipality, unit }: Actor, personId: string) =>
  world.database.inTransaction(municipality, async (tx) => {
    const sub = newId();
    await tx.query('INSERT INTO helhed.unit_member (municipality, unit, sub) VALUES ($1, $2, $3)', [
      municipality,
      unit,
      sub,
    ]);
    const period = { from: '2020-01-01', to: null };
    await keepEmployeeRelation(tx, { relationId: newId(), personId, sub, kind: 'own-person', ...period });
  });
const clear = ({ municipality, sub, unit = '', function: name = '' }: Actor, familyId: string) =>
  world.database.inTransaction(municipality, (tx) =>
    keepClearance(tx, {
      clearanceId: newId(),
      familyId,
      sub,
      unit,
      function: name,
      from: '2020-01-01',
      to: '2099-01-01',
    }),
  );

describe('the links of a municipality', () => {
  it('are found by account and by person, as frames alone, with those that ended', async () => {
    const { maja, jonas } = await received(world);
    const [wrong, other] = [await link(maja, 'wrong-adult'), await link(jonas, 'other-adult')];
    await end(wrong.id);
    const right = await link(maja, 'right-adult');
    const anne = administrator();
    const frame = { sub: 'wrong-adult', personId: maja, linkedOn: wrong.linkedOn };
    expect(await list(anne, { sub: 'wrong-adult' })).toEqual({
      items: [{ id: wrong.id, ...frame, endedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), version: 2 }],
      next: null,
      total: 1,
    });
    expect((await list(anne, { sub: 'other-adult' })).items).toEqual([other]);
    expect(await idsFor(anne, { personId: maja })).toEqual([wrong.id, right.id]);
    expect(await idsFor(anne, { personId: maja, sub: 'other-adult' })).toEqual([]);
    expect(await idsFor(anne, { personId: newId() })).toEqual([]);
    // what is found can be ended
    expect(await end(right.id)).toMatchObject({ sub: 'right-adult', version: 2 });
  });

  it('stand on pages, each once, with the total of all', async () => {
    const all: string[] = [];
    for (let family = 0; family < 3; family++) {
      const { maja, jonas } = await received(world);
      all.push((await link(maja)).id, (await link(jonas)).id);
    }
    const anne = administrator();
    const whole = await list(anne);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next, total } = await list(anne, { limit: 4, ...(cursor !== undefined && { cursor }) });
      expect(total).toBe(whole.total);
      found.push(...items.map(({ id }) => id));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(found).toEqual(whole.items.map(({ id }) => id));
    expect(found).toEqual(expect.arrayContaining(all));
    const { next } = await list(anne, { limit: 1 });
    await expect(list(anne, { limit: 1, cursor: next as string, sub: 'somebody' })).rejects.toMatchObject({
      problem: 'cursor-invalid',
    });
  });

  it('are each a look at the persons on the page, and at no others', async () => {
    const { maja, jonas } = await received(world);
    await link(maja, 'looked-at');
    await link(jonas);
    await list(administrator(), { sub: 'looked-at' });
    expect(await logged(world, maja)).toEqual([{ kind: 'look', act: 'link.list' }]);
    expect(await logged(world, jonas)).toEqual([{ kind: 'command', act: 'link.redeem' }]);
  });

  it('are another municipality’s own', async () => {
    const { maja } = await received(world);
    await link(maja);
    expect(await idsFor(administrator(esbjerg))).toEqual([]);
  });

  it('are asked for by no number', () => {
    const rule = (query: object) => () => validate(dto.LinkQuery, query);
    expect(rule({ sub: '720491-1234' })).toThrow(expect.objectContaining({ problem: 'validation-failed' }));
    expect(rule({ personId: 'maja' })).toThrow(expect.objectContaining({ problem: 'validation-failed' }));
  });
});

describe('a link of whom the administrator is barred from', () => {
  it('is neither listed, counted nor logged, by whatever it is asked for; to others it is there', async () => {
    const [relative, own, plain] = [await received(world), await received(world), await received(world)];
    const [ofRelative, ofOwn, ofPlain] = [await link(relative.maja), await link(own.maja), await link(plain.maja)];
    const anne = administrator();
    const before = await idsFor(anne);
    await barredFrom(world, anne, relative.maja);
    // somebody else of the family is enough
    await barredFrom(world, anne, own.jonas);
    const hidden = [ofRelative.id, ofOwn.id];
    expect(await idsFor(anne)).toEqual(before.filter((id) => !hidden.includes(id)));
    expect(await idsFor(anne)).toContain(ofPlain.id);
    expect((await list(anne, { limit: 1 })).total).toBe(before.length - 2);
    expect(await idsFor(anne, { personId: relative.maja })).toEqual([]);
    expect(await idsFor(anne, { sub: ofOwn.sub })).toEqual([]);
    const rows = await world.rows<{ subjects: string[] }>(
      `SELECT subjects FROM helhed.access_log WHERE act = 'link.list' ORDER BY id DESC LIMIT 4`,
    );
    for (const { subjects } of rows) for (const { maja } of [relative, own]) expect(subjects).not.toContain(maja);
    expect(await idsFor(administrator())).toEqual(before);
  });

  it('is hidden as a colleague’s until a clearance for the family, and by one alone where there are more', async () => {
    const [one, two] = [await received(world), [adult(), adult(), adult()] as [string, string, string]];
    const again = await received(world, two);
    const twice = await received(world, [two[0], adult(), adult()]);
    expect(twice.maja).toBe(again.maja);
    const [inOne, inTwo] = [await link(one.maja), await link(again.maja)];
    const anne = administrator();
    const seen = async () => (await idsFor(anne)).filter((id) => [inOne.id, inTwo.id].includes(id));
    expect(await seen()).toEqual([inOne.id, inTwo.id]);
    await colleagueIs(anne, one.jonas);
    await colleagueIs(anne, again.jonas);
    expect(await seen()).toEqual([]);
    await clear(anne, one.familyId);
    await clear(anne, again.familyId);
    expect(await seen()).toEqual([inOne.id]);
  });
});
