import { linkedPersonIn } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { accountIn, as, personIn } from '../../test/actors.js';
import { takeBack, tellStructure } from '../../test/cases.js';
import { familyH, tie } from '../../test/family-h.js';
import { adult, barredFrom, events, logged, received } from '../../test/told.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { EndLink } from './end-link.js';
import { IssueLinkCode } from './issue-link-code.js';
import { RedeemLinkCode } from './redeem-link-code.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

const triager = personIn(nyborg);
const administrator = personIn(nyborg, 'administrator', 'personale');
const issue = (personId: string, key?: string, actor = triager) =>
  as(actor, (someone) => new IssueLinkCode(world.database, world.persons, world.looks).run(someone, personId), key);
const codeFor = async (personId: string) => (await issue(personId)).code as string;
const redeem = (code: string, sub: string, municipality = nyborg) =>
  as(accountIn(municipality, sub), (actor) => new RedeemLinkCode(world.database).run(actor, code));
const end = (id: string, actor = administrator, version = 1) =>
  as(actor, (someone) => new EndLink(world.database).run(someone, id, version));
const linked = (sub: string) => linkedPersonIn(world.database)(nyborg, sub);
const lastLog = async () =>
  (
    await world.rows<{ id: string; subjects: string[] }>(
      'SELECT id, act, kind, subjects, refused FROM helhed.access_log ORDER BY id DESC LIMIT 1',
    )
  )[0];
const notFound = { kind: 'not-found', detail: { en: expect.stringContaining('The code') } };

describe('a one-time code', () => {
  it('is told once, kept as a hash only, and logged', async () => {
    const { maja } = await received(world);
    const key = newId();
    const [first, again] = [await issue(maja, key), await issue(maja, key)];
    expect(first.code).toMatch(/^(\w{4}-){2}\w{4}$/);
    expect(again).toEqual({ ...first, code: null });
    expect(await logged(world, maja)).toEqual([{ kind: 'look', act: 'link-code.issue' }]);
    // what let it be issued must still be there
    await barredFrom(world, triager, maja);
    await expect(issue(maja, key)).rejects.toMatchObject({ problem: 'relative-record' });
    const rows = JSON.stringify(await world.rows("SELECT *, encode(code_hash, 'escape') AS text FROM link_code"));
    for (const text of [first.code as string, (first.code as string).replaceAll('-', '')])
      expect(rows).not.toContain(text);
    expect(await events(world, maja)).toEqual([]);
  });

  it('makes an earlier one for the same person void, and no other person’s', async () => {
    const { maja, jonas } = await received(world);
    const [first, other, second] = [await codeFor(maja), await codeFor(jonas), await codeFor(maja)];
    await expect(redeem(first, 'void')).rejects.toMatchObject(notFound);
    expect(await redeem(second, 'latest')).toMatchObject({ personId: maja });
    expect(await redeem(other, 'not-the-latest')).toMatchObject({ personId: jonas });
  });

  it('is for who has reached the age of own access; without a birth date, for who is no child', async () => {
    const young = await received(world, [adult(), adult(), fakeCpr({ birthDate: '2022-02-17' })]);
    await expect(issue(young.alma)).rejects.toMatchObject({ problem: 'too-young' });
    // it tells how old she is, though no code was issued
    expect(await lastLog()).toMatchObject({ act: 'link-code.issue', kind: 'look', refused: false });
    expect((await lastLog())?.subjects).toContain(young.alma);
    const old = await received(world, [adult(), adult(), fakeCpr({ birthDate: '2010-02-17' })]);
    expect(await issue(old.alma)).toMatchObject({ code: expect.any(String) });
  });

  it('is issued by no team to whom it is withheld who is in the family: the person is not there', async () => {
    const family = await familyH(world);
    const tom = { ...personIn(nyborg, 'psychologist', 'ppr'), sub: 'tom' };
    await tie(world, family, 'team', tom);
    const absent = { kind: 'not-found' };
    const before = await lastLog();
    for (const person of [family.maja, family.alma, newId()])
      await expect(issue(person, undefined, tom)).rejects.toMatchObject(absent);
    expect(await lastLog()).toEqual(before);
    const told = await tellStructure(world, family, 'ppr');
    expect(await issue(family.maja, undefined, tom)).toMatchObject({ personId: family.maja });
    await expect(issue(family.alma, undefined, tom)).rejects.toMatchObject({ problem: 'too-young' });
    await takeBack(world, told);
    for (const person of [family.maja, family.alma])
      await expect(issue(person, undefined, tom)).rejects.toMatchObject(absent);
  });

  it('is for nobody who is not here, or elsewhere', async () => {
    const { maja } = await received(world);
    await expect(issue(newId())).rejects.toMatchObject({ kind: 'not-found' });
    await expect(issue(maja, undefined, personIn(esbjerg))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('redeeming a code', () => {
  it('ties the account to the person, and says so by id', async () => {
    const { maja } = await received(world);
    const code = await codeFor(maja);
    const link = await redeem(code.toUpperCase().replaceAll('-', ' '), 'maja-account');
    expect(link).toMatchObject({ personId: maja, endedOn: null, version: 1 });
    expect(await linked('maja-account')).toBe(maja);
    const [event] = await events(world, maja);
    expect(event).toMatchObject({
      name: 'citizen-linked',
      data: { linkId: link.id, personId: maja, sub: 'maja-account' },
    });
    expect(await logged(world, maja)).toEqual([{ kind: 'command', act: 'link.redeem' }]);
  });

  it('answers a wrong, a used, an expired and another municipality’s code alike', async () => {
    const { maja, jonas } = await received(world);
    const [used, expired, here] = [await codeFor(maja), await issue(jonas), await codeFor(jonas)];
    await redeem(used, 'first');
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE link_code SET expires_at = now() WHERE id = '${expired.id}'`,
    );
    for (const code of ['k7mh-q2xw-9dru', used, expired.code as string])
      await expect(redeem(code, 'second')).rejects.toMatchObject(notFound);
    await expect(redeem(here, 'third', esbjerg)).rejects.toMatchObject(notFound);
    expect(await linked('second')).toBeUndefined();
  });

  it('is refused to an account that guesses, also with a right code, and to no other', async () => {
    const { maja } = await received(world);
    const code = await codeFor(maja);
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => redeem('aaaa-bbbb-cccc', 'guesser')));
    const problems = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { problem: string }).problem : 'none',
    );
    expect(problems.toSorted()).toEqual([...Array(5).fill('not-found'), ...Array(7).fill('too-many-attempts')]);
    await expect(redeem(code, 'guesser')).rejects.toMatchObject({ problem: 'too-many-attempts' });
    expect(await redeem(code, 'maja-of-the-guesser')).toMatchObject({ personId: maja });
  });

  it('is refused to an employee’s account, were it of a unit that is retired', async () => {
    const { maja } = await received(world);
    const employee = { ...accountIn(nyborg, 'pia'), employee: true as const };
    const code = await codeFor(maja);
    const refused = as(employee, (actor) => new RedeemLinkCode(world.database).run(actor, code));
    await expect(refused).rejects.toMatchObject({ problem: 'employee-account' });
    expect(await redeem(code, 'pia-at-home')).toMatchObject({ personId: maja });
  });

  it('gives a person one account, and an account one person', async () => {
    const { maja, jonas } = await received(world);
    await redeem(await codeFor(maja), 'one');
    await expect(redeem(await codeFor(maja), 'two')).rejects.toMatchObject({ problem: 'already-linked' });
    await expect(redeem(await codeFor(jonas), 'one')).rejects.toMatchObject({ problem: 'already-linked' });
  });

  it('by two accounts at once succeeds for one, and so does it with two codes', async () => {
    for (const same of [true, false]) {
      const { maja } = await received(world);
      const code = await codeFor(maja);
      const codes = await Promise.all(Array.from({ length: 10 }, async () => (same ? code : codeFor(maja))));
      const attempts = await Promise.allSettled(codes.map((each, number) => redeem(each, `racer-${same}-${number}`)));
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await events(world, maja)).map(({ name }) => name)).toEqual(['citizen-linked']);
    }
  });

  it('leaves nothing behind when its transaction fails', async () => {
    const { maja } = await received(world);
    const code = await codeFor(maja);
    const unlogged = new RedeemLinkCode(world.database).run(accountIn(nyborg, 'unlogged'), code);
    await expect(unlogged).rejects.toThrow('needs an actor');
    expect([await linked('unlogged'), await events(world, maja)]).toEqual([undefined, []]);
    expect(await redeem(code, 'unlogged')).toMatchObject({ personId: maja });
  });
});

describe('a link', () => {
  const tie = async (sub: string) => {
    const { maja, familyId } = await received(world);
    return { maja, familyId, link: await redeem(await codeFor(maja), sub) };
  };

  it('is ended by the citizen, the own one only, and lets nobody in from then on', async () => {
    const { link, maja } = await tie('ends');
    const other = { ...accountIn(nyborg, 'other'), kind: 'citizen' as const, person: newId() };
    await expect(end(link.id, other)).rejects.toMatchObject({ kind: 'not-found' });
    const own = { ...accountIn(nyborg, 'ends'), kind: 'citizen' as const, person: maja };
    expect(await end(link.id, own)).toMatchObject({ endedOn: expect.any(String), version: 2 });
    expect(await linked('ends')).toBeUndefined();
    expect((await events(world, maja)).map(({ name }) => name)).toEqual(['citizen-linked', 'citizen-unlinked']);
    expect(await redeem(await codeFor(maja), 'ends')).toMatchObject({ personId: maja });
  });

  it('is ended by many at once, once; then it has ended', async () => {
    const { link, maja } = await tie('many');
    const ends = await Promise.allSettled(Array.from({ length: 10 }, () => end(link.id)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await events(world, maja)).toHaveLength(2);
    await expect(end(link.id, administrator, 2)).rejects.toMatchObject({ problem: 'already-ended' });
    await expect(end(link.id, personIn(esbjerg, 'administrator'))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('goes with a person who is erased, and so do the codes', async () => {
    const { maja, familyId } = await tie('erased');
    await issue(maja);
    await world.asOwner(
      `SELECT helhed.enter('0450'); UPDATE family SET erase_on = '2020-01-01' WHERE id = '${familyId}'`,
    );
    await world.erasure.run();
    expect(await linked('erased')).toBeUndefined();
    expect((await events(world, maja)).map(({ name }) => name)).toEqual(['citizen-linked', 'citizen-unlinked']);
    const left = `SELECT id FROM helhed.citizen_link WHERE person_id = $1 UNION ALL SELECT id FROM link_code WHERE person_id = $1`;
    expect(await world.rows(left, [maja])).toEqual([]);
  });
});
