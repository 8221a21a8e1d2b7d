import { keepEmployeeRelation } from '@helhed/access';
import type { LookUp } from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { inDays } from '../../test/in-days.js';
import { acting, aLook, as, nyborg, startLookUps, type LookUps } from '../../test/look-up-world.js';

let world: LookUps;
beforeAll(async () => void (world = await startLookUps()));
afterAll(() => world?.stop());
afterEach(() => void (world.keycloak.down = false));

const officer = acting('raadhuset', 'data-protection-officer');
const body = { paragraph: 'Databeskyttelsesforordningen art. 15', reason: 'Opslaget er uforklaret' };
const name = (id: string, by = officer) => as(by, (actor) => world.naming.run(actor, id, body));
const append = async (changes: Partial<LookUp> = {}) => {
  const look = aLook(changes);
  await world.append([look]);
  return look.id;
};
/** An account of this Keycloak; its `sub`. */
const account = (user = { username: 'pia', firstName: 'Pia', lastName: 'Pædagog' }) => {
  const sub = newId();
  world.keycloak.users.set(sub, user);
  return sub;
};
const employees = async (person: string) => (await world.seenOf(person)).items.map(({ employee }) => employee);

describe('the employee of a look', () => {
  it('is named to whom it was about, of that look alone, and as the account was called on that day', async () => {
    const [maja, sub] = [newId(), account()];
    const id = await append({ subjects: [maja], sub });
    await append({ subjects: [maja], sub });
    expect(await name(id)).toEqual({ id, namedAt: expect.any(String) });
    world.keycloak.users.delete(sub);
    expect(await employees(maja)).toEqual([null, { name: 'Pia Pædagog' }]);
    const [row] = await world.rows<Record<'name' | 'reason', Buffer> & Record<'paragraph' | 'named_by', string>>(
      'SELECT name, reason, paragraph, named_by FROM look_up_employee WHERE look_up_id = $1',
      [id],
    );
    expect(row).toMatchObject({ paragraph: body.paragraph, named_by: officer.sub });
    for (const sealed of [row!.name, row!.reason]) expect(sealed.toString('latin1')).not.toMatch(/Pia|uforklaret/);
    const [log] = await world.rows('SELECT act, kind, subjects FROM helhed.access_log ORDER BY id DESC LIMIT 1');
    expect(log).toEqual({ act: 'look-up.name-employee', kind: 'command', subjects: [maja] });
  });

  it('is named once, also where two officers decide at the same time, and also when the account is gone', async () => {
    const sub = account();
    const id = await append({ sub });
    const other = acting('raadhuset', 'data-protection-officer');
    const both = await Promise.allSettled([name(id), name(id, other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    world.keycloak.users.delete(sub);
    await expect(name(id)).rejects.toMatchObject({ kind: 'conflict', problem: 'employee-named' });
  });

  it.each<LookUp['actor']>(['service', 'secret-link', 'citizen', 'system', 'operator'])(
    'is unknown of a look by a %s, whatever Keycloak calls the account',
    async (actor) => {
      const id = await append({ actor, sub: account() });
      await expect(name(id)).rejects.toMatchObject({ kind: 'rule', problem: 'employee-unknown' });
    },
  );

  it('is unknown where Keycloak knows the account no more, and waits while Keycloak is down', async () => {
    await expect(name(await append())).rejects.toMatchObject({ kind: 'rule', problem: 'employee-unknown' });
    const maja = newId();
    const id = await append({ subjects: [maja], sub: account() });
    world.keycloak.down = true;
    await expect(name(id)).rejects.toMatchObject({ kind: 'unavailable', problem: 'keycloak-unavailable' });
    expect(await employees(maja)).toEqual([null]);
    world.keycloak.down = false;
    expect(await name(id)).toMatchObject({ id });
  });

  it('is called by the account’s user name where it has no other', async () => {
    const maja = newId();
    await name(await append({ subjects: [maja], sub: account({ username: 'pia', firstName: '', lastName: ' ' }) }));
    expect(await employees(maja)).toEqual([{ name: 'pia' }]);
  });

  it('is not the officer’s own to name', async () => {
    world.keycloak.users.set(officer.sub, { username: 'dora' });
    const id = await append({ sub: officer.sub });
    await expect(name(id)).rejects.toMatchObject({ kind: 'forbidden', problem: 'second-person-required' });
  });

  it('of a look that is not there, or whose content was erased, is not there; with the content the name goes', async () => {
    await expect(name(newId())).rejects.toMatchObject({ problem: 'not-found' });
    const id = await append({ at: '2019-01-01T00:00:00.000Z', sub: account() });
    const deferred = await append({ at: '2019-01-01T00:00:00.000Z' });
    await name(id);
    const caseworker = () => acting('visitation', 'caseworker');
    for (const days of [20, 40]) {
      const wish = { reason: 'Undersøgelse pågår', until: inDays(days) };
      await as(caseworker(), (actor) => world.deferring.run(actor, deferred, wish));
      await as(caseworker(), (actor) => world.deferring.confirm(actor, deferred));
    }
    const kept = () =>
      world.rows(
        `SELECT look_up_id FROM look_up_employee WHERE look_up_id = $1
         UNION ALL SELECT look_up_id FROM look_up_deferral WHERE look_up_id = $2
         UNION ALL SELECT look_up_id FROM look_up_deferral_anew WHERE look_up_id = $2`,
        [id, deferred],
      );
    expect(await kept()).toHaveLength(3);
    await world.database.inTransaction(nyborg, (tx) => tx.query(`SELECT erase_look_ups('2020-01-01', 10)`));
    expect(await kept()).toEqual([]);
    await expect(name(id)).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('at the officer’s own, a relative’s or a colleague’s record is somebody else’s to name; the attempt is logged', async () => {
    const [self, relative] = [newId(), newId()];
    for (const [personId, kind] of [
      [self, 'own-person'],
      [relative, 'relative'],
    ] as const)
      await world.database.inTransaction(nyborg, (tx) =>
        keepEmployeeRelation(tx, {
          relationId: newId(),
          personId,
          sub: officer.sub,
          kind,
          from: '2026-01-01',
          to: null,
        }),
      );
    const ids = [await append({ subjects: [self], sub: account() }), await append({ subjects: [relative] })];
    await expect(name(ids[0]!)).rejects.toMatchObject({ problem: 'own-record' });
    await expect(name(ids[1]!)).rejects.toMatchObject({ problem: 'relative-record' });
    const refused = await world.rows<{ act: string }>('SELECT act FROM helhed.access_log WHERE refused');
    expect(refused).toEqual([{ act: 'look-up.name-employee' }, { act: 'look-up.name-employee' }]);
    expect(await name(ids[0]!, acting('raadhuset', 'data-protection-officer'))).toMatchObject({ id: ids[0] });
  });
});
