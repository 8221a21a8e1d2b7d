import { UnitChanged, UnitMembersChanged } from '@helhed/contracts';
import { as, personIn } from '../../test/families.js';
import { esbjerg, nyborg, startWorld, type World } from '../../test/world.js';
import { snapshotOf } from '../snapshot/snapshot-of.js';
import type { AdminEvent } from './keycloak-directory.js';
import { MirrorUnits } from './mirror-units.js';
import { unitNames } from './unit-names.js';
import type { Group } from './unit-tree.js';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

/** A Keycloak whose console is this test; `asked` notes which groups it was asked the members of. */
class Realm {
  groupList: Group[] = [];
  readonly memberships = new Map<string, string[]>();
  eventList: AdminEvent[] = [];
  asked: string[] = [];
  down = false;

  readonly directory = {
    events: async (_: string, since: number) => {
      if (this.down) throw new Error('connection refused');
      return this.eventList.filter(({ time }) => time >= since);
    },
    groups: async (_: string, below?: Group) => this.groupList.filter(({ parentId }) => parentId === below?.id),
    hasUnit: async (_: string, unit: string) =>
      this.groupList.some(({ attributes }) => attributes?.['unit']?.[0] === unit),
    members: async (_: string, group: string) => {
      this.asked.push(group);
      return this.memberships.get(group) ?? [];
    },
    groupsOf: async (_: string, sub: string) =>
      [...this.memberships].filter(([, subs]) => subs.includes(sub)).map(([group]) => group),
  };

  unit(code: string, attributes: Record<string, string[]> = {}, parentId?: string, name = `Enheden ${code}`): void {
    this.groupList = this.groupList.filter(({ id }) => id !== `g-${code}`);
    this.groupList.push({ id: `g-${code}`, name, parentId, attributes: { unit: [code], ...attributes } });
    this.say('GROUP', `groups/g-${code}`);
  }

  function(unit: string, name: string, ...members: string[]): string {
    const id = `f-${unit}-${name}`;
    this.groupList.push({ id, parentId: `g-${unit}`, attributes: { functions: [`${unit}:${name}`] } });
    this.memberships.set(id, members);
    this.say('GROUP', `groups/${id}`);
    return id;
  }

  say(resourceType: string, resourcePath: string): void {
    const id = String(this.eventList.length + 1);
    this.eventList = [
      ...this.eventList,
      { id, time: 1_000 * this.eventList.length + 1_000, resourceType, resourcePath },
    ];
  }
}

const told = (municipality = nyborg) =>
  world.rows<{ type: string; order_key: string; data: Record<string, unknown> }>(
    'SELECT type, order_key, data FROM helhed.outbox WHERE municipality = $1 AND type = ANY ($2) ORDER BY id',
    [municipality, [UnitChanged.type, UnitMembersChanged.type]],
  );

const mirrored = (realm: Realm, municipality = nyborg) =>
  new MirrorUnits(world.database, realm.directory, municipality);

describe('the mirror of a municipality’s units', () => {
  const realm = new Realm();
  let mirror: MirrorUnits;
  beforeAll(() => void (mirror = mirrored(realm)));

  it('tells each unit and who holds a function in it, and what was told already no more', async () => {
    realm.unit('boern-og-unge');
    realm.unit('skole-nord', { insideParent: ['true'] }, 'g-boern-og-unge');
    realm.function('skole-nord', 'teacher', 'trine', 'kim');
    expect(await mirror.run()).toBe(3);
    expect(await mirror.run()).toBe(0);
    const plain = { retired: false, outside: false, institution: false };
    expect((await told()).map(({ order_key: key, data }) => [key, data])).toEqual([
      ['boern-og-unge', { ...plain, unit: 'boern-og-unge', parent: null, insideParent: false }],
      ['skole-nord', { ...plain, unit: 'skole-nord', parent: 'boern-og-unge', insideParent: true }],
      ['skole-nord', { unit: 'skole-nord', members: ['kim', 'trine'], functions: ['teacher'] }],
    ]);
  });

  it('knows what people call a unit, also once it is called something else, and tells nobody', async () => {
    const names = async () => {
      const nameOf = await world.database.inTransaction(nyborg, unitNames);
      return [nameOf('skole-nord'), nameOf('nowhere')];
    };
    expect(await names()).toEqual(['Enheden skole-nord', 'nowhere']);
    realm.unit('skole-nord', { insideParent: ['true'] }, 'g-boern-og-unge', 'Skolen i Nord');
    expect(await mirror.run()).toBe(0);
    expect(await names()).toEqual(['Skolen i Nord', 'nowhere']);
  });

  it('tells that a unit is marked as an institution, and that it is so no more', async () => {
    const attributes = { insideParent: ['true'] };
    realm.unit('skole-nord', { ...attributes, institution: ['true'] }, 'g-boern-og-unge', 'Skolen i Nord');
    expect(await mirror.run()).toBe(1);
    expect((await told()).at(-1)?.data).toMatchObject({ unit: 'skole-nord', institution: true });
    realm.unit('skole-nord', attributes, 'g-boern-og-unge', 'Skolen i Nord');
    expect(await mirror.run()).toBe(1);
    expect((await told()).at(-1)?.data).toMatchObject({ unit: 'skole-nord', insideParent: true, institution: false });
  });

  it('asks only the groups that an event names for their members', async () => {
    const helper = realm.function('skole-nord', 'psychologist');
    await mirror.run();
    realm.asked = [];
    realm.memberships.set(helper, ['per']);
    realm.say('GROUP_MEMBERSHIP', `users/per/groups/${helper}`);
    expect(await mirror.run()).toBe(1);
    expect(realm.asked).toEqual([helper]);
    expect((await told()).at(-1)?.data).toEqual({
      unit: 'skole-nord',
      members: ['kim', 'per', 'trine'],
      functions: ['psychologist', 'teacher'],
    });
  });

  it('hears of somebody made with groups, and of somebody who is gone', async () => {
    realm.memberships.get('f-skole-nord-teacher')?.push('ny');
    realm.say('USER', 'users/ny');
    expect(await mirror.run()).toBe(1);
    realm.memberships.set('f-skole-nord-teacher', ['kim', 'ny']);
    realm.say('USER', 'users/trine');
    expect(await mirror.run()).toBe(1);
    expect((await told()).at(-1)?.data).toMatchObject({ unit: 'skole-nord', members: ['kim', 'ny', 'per'] });
  });

  it('hears an event that was committed after a later one', async () => {
    const before = realm.eventList.at(-1)!.time;
    realm.memberships.set('f-skole-nord-teacher', ['kim']);
    realm.eventList = [
      ...realm.eventList,
      {
        id: 'late',
        time: before - 5_000,
        resourceType: 'GROUP_MEMBERSHIP',
        resourcePath: 'users/ny/groups/f-skole-nord-teacher',
      },
    ];
    expect(await mirror.run()).toBe(1);
  });

  it('loses nothing of what was changed while Keycloak did not answer', async () => {
    realm.down = true;
    realm.unit('skole-nord', {});
    await expect(mirror.run()).rejects.toThrow('refused');
    realm.down = false;
    realm.eventList = []; // Keycloak was restored, and has no events of it
    expect(await mirror.run()).toBe(1);
    expect((await told()).at(-1)?.data).toMatchObject({ unit: 'skole-nord', parent: null, insideParent: false });
  });

  it('retires a unit whose group is gone, with its functions, and gives its code to nobody again', async () => {
    const groups = realm.groupList;
    realm.groupList = groups.filter(({ id }) => id === 'g-boern-og-unge');
    realm.say('GROUP', 'groups/g-skole-nord');
    expect(await mirror.run()).toBe(2);
    expect((await told()).slice(-2).map(({ data }) => data)).toEqual([
      { unit: 'skole-nord', parent: null, retired: true, insideParent: false, outside: false, institution: false },
      { unit: 'skole-nord', members: [], functions: [] },
    ]);
    realm.groupList = groups;
    realm.say('GROUP', 'groups/g-skole-nord');
    expect(await mirror.run()).toBe(0);
  });

  it('retires none that is moved from where it would have been read to where it was', async () => {
    realm.unit('region');
    realm.unit('sygehus', {}, 'g-boern-og-unge');
    await mirror.run();
    const { groups } = realm.directory;
    realm.say('GROUP', 'groups/g-sygehus');
    realm.directory.groups = async (of, below) => (await groups(of, below)).filter(({ id }) => id !== 'g-sygehus');
    await expect(mirror.run()).rejects.toThrow('sygehus was moved');
    realm.directory.groups = groups;
    expect(await mirror.run()).toBe(0);
  });

  it('retires none in a realm that has no unit at all: it is being made anew', async () => {
    const groups = realm.groupList;
    realm.groupList = [];
    realm.say('GROUP', 'groups/g-boern-og-unge');
    expect(await mirror.run()).toBe(0);
    realm.groupList = groups;
  });

  it('tells what a unit is again to who missed it', async () => {
    const snapshot = (key: string) =>
      as(personIn(nyborg), () => world.database.inTransaction(nyborg, (tx) => snapshotOf(tx, key)));
    expect((await snapshot('skole-nord')).map(({ data }) => data)).toEqual([
      expect.objectContaining({ unit: 'skole-nord', retired: true }),
      { unit: 'skole-nord', members: [], functions: [] },
    ]);
    expect(await snapshot('nowhere')).toEqual([
      { type: UnitMembersChanged.type, data: { unit: 'nowhere', members: [], functions: [] } },
    ]);
  });
});

describe('two instances', () => {
  it('tell a change once, and one that has read too early tells nothing', async () => {
    const realm = new Realm();
    realm.unit('region');
    const [first, second] = [mirrored(realm, esbjerg), mirrored(realm, esbjerg)];
    const results = await Promise.allSettled([first.run(), second.run()]);
    expect(
      results.map((result) => (result.status === 'fulfilled' ? result.value : 0)).toSorted((a, b) => a - b),
    ).toEqual([0, 1]);
    await first.run();
    await second.run();
    // the first reads; meanwhile a unit is made, and the second reads and tells it
    const { groups } = realm.directory;
    const old = await groups('');
    realm.unit('ny-enhed');
    realm.directory.groups = async () => {
      realm.directory.groups = groups;
      expect(await second.run()).toBe(1);
      return old;
    };
    await expect(mirrored(realm, esbjerg).run()).rejects.toThrow('another instance');
    const rows = (await told(esbjerg)).map(({ data }) => [data['unit'], data['retired']]);
    expect(rows).toEqual([
      ['region', false],
      ['ny-enhed', false],
    ]);
  });
});
