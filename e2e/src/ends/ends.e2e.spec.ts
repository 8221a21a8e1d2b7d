import { leaseMs } from '@helhed/access';
import { startPlatform, type TestPlatform } from '@helhed/testing';
import { closeConnections, type Timed } from '../races/client.js';
import type { Family } from '../races/family.js';
import { give } from '../races/give-and-withdraw.js';
import { Link } from '../races/link.js';
import { RacesWorld } from '../races/races-world.js';
import { eventually } from '../story/api.js';
import { look, shutOut, tableOf, type Look, type ShutOut } from './shut-out.js';

const full = process.env['HELHED_FULL'] === '1';

interface Ended {
  readonly id: string;
  readonly version: number;
  readonly kind?: string;
  readonly childId?: string;
  readonly holderId?: string;
}

const shows = ({ status, body }: Timed): boolean =>
  status === 200 && (JSON.parse(body) as { decision?: boolean }).decision !== false;
/** Revocable elsewhere: from when consent had heard of it, for the rest of a lease at most. */
const longestMs = (all: readonly ShutOut[]): number => heardMs(all) + leaseMs;
/** Consent refuses by itself from when it has heard. */
const heardMs = (all: readonly ShutOut[]): number =>
  Math.min(...all.filter(({ look }) => look.service === 'consent').map(({ refusedMs }) => refusedMs));
const of = (all: readonly ShutOut[], service: Look['service']) => all.filter(({ look }) => look.service === service);

/** docs/access.md, A-END-01. */
describe('once custody, a relation or a link has ended', () => {
  let platform: TestPlatform;
  let world: RacesWorld;
  let [one, other]: Family[] = [];
  let bus: Link;

  beforeAll(async () => {
    platform = await startPlatform({ instances: 2 });
    world = await RacesWorld.make(platform, 2, Date.now() % 100_000);
    [one, other] = world.families;
    bus = await Link.to(platform.nats.url);
    for (const consent of ['cooperation', 'attendance', 'contact', 'coordination'] as const)
      await give(world, other as Family, consent, Math.random);
  }, 600_000);
  afterAll(async () => {
    closeConnections();
    bus?.close();
    await platform?.stop();
  }, 120_000);

  const get = (service: Look['service'], as: string, path: string): Look => ({
    service,
    as,
    method: 'GET',
    path: `/${service}/v1/${path}`,
  });
  /** By custody of the child: each read of it that a parent has. */
  const ofChild = ({ account, child }: Family): Look[] => [
    get('family-plan', account, `persons/${child}/child-views`),
    get('family-plan', account, `persons/${child}/observations`),
    get('family-plan', account, `persons/${child}/videos`),
    get('scheduling', account, `persons/${child}/attendance`),
    get('scheduling', account, `persons/${child}/deliveries`),
    get('consent', account, `persons/${child}/bases`),
    ...(['family-plan', 'referral', 'scheduling', 'reporting', 'consent'] as const).flatMap((service) => [
      get(service, account, `persons/${child}/holdings`),
      get(service, account, `persons/${child}/readers`),
    ]),
  ];
  const decided = ({ familyId, subjects }: Family): Look => ({
    service: 'consent',
    as: 'sofie',
    method: 'POST',
    path: '/access/v1/evaluation',
    body: {
      subject: { type: 'person', id: subjects['sofie'], properties: { function: 'boern-og-unge:social-worker' } },
      resource: { type: 'family', id: familyId, properties: { category: 'family-structure' } },
      action: { name: 'family.read' },
    },
    shows,
  });

  const endOf = async (list: string, path: string, as: string, is: (item: Ended) => boolean): Promise<void> => {
    const { body } = await world.api.get<{ items: Ended[] }>(list, { as: world.as('vibeke') });
    const found = body.items.find(is);
    if (!found) throw new Error(`nothing to end in ${list}`);
    await world.api.post(`/family-plan/v1/${path}/${found.id}:end`, {
      as: world.as(as),
      ifMatch: found.version,
      body: {},
    });
  };
  const endCustody = ({ familyId, child, parents: [parent] }: Family) =>
    endOf(
      `/family-plan/v1/families/${familyId}/custody`,
      'custody',
      'vibeke',
      ({ childId, holderId }) => childId === child && holderId === parent,
    );
  const endRelation = ({ familyId }: Family, kind: string) =>
    endOf(`/family-plan/v1/families/${familyId}/relations`, 'relations', 'lone', (row) => row.kind === kind);

  const endLink = ({ account, link }: Family) =>
    world.api.post(`/family-plan/v1/links/${link}:end`, { as: world.as(account), ifMatch: 1, body: {} });
  /** What scheduling hears comes by the link that is cut. */
  const cutOff = async () => {
    for (const process of world.instancesOf('scheduling')) {
      await process.stop();
      await process.start({ NATS_URL: `nats://127.0.0.1:${bus.port}` });
    }
  };

  const told = (what: string, all: readonly ShutOut[]) => console.log(`${what}\n${tableOf(all)}`);

  it('the account reads nothing in family-plan from the answer on, nor of a child elsewhere a lease after consent has heard; what is cut off shows it its own alone', async () => {
    const family = other as Family;
    const { account, parents } = family;
    await cutOff();
    const own = get('scheduling', account, `persons/${parents[0]}/attendance`);
    const looks = [...ofChild(family), get('family-plan', account, `persons/${parents[0]}/child-views`), own];
    const end = async () => {
      bus.cut();
      await endLink(family);
    };
    const statusOf = (of: Look) => {
      if (of.service !== 'scheduling') return 403;
      return of === own ? 200 : 503;
    };
    const all = await shutOut(world, looks, end, 3 * leaseMs, statusOf);
    told('a link ended, scheduling cut off', all);
    const isCut = ({ look: { service } }: ShutOut) => service === 'scheduling';
    expect(all.map(({ status }) => status)).toEqual(all.map((each) => statusOf(each.look)));
    expect(of(all, 'family-plan').filter(({ lastShownMs }) => lastShownMs > 0)).toEqual([]);
    const heard = all.filter((each) => !isCut(each));
    expect(heard.filter(({ lastShownMs }) => lastShownMs > longestMs(heard))).toEqual([]);
    const ofTheChild = all.filter((each) => isCut(each) && each.look !== own);
    const latest = Math.max(...of(all, 'consent').map(({ refusedMs }) => refusedMs));
    expect(ofTheChild.filter(({ lastShownMs }) => lastShownMs > latest + leaseMs)).toEqual([]);
    bus.mend();
    await eventually(
      'heard',
      () => Promise.all(looks.filter(({ service }) => service === 'scheduling').map((each) => look(world, each, 0))),
      (seen) => seen.every((each) => each?.status === 403),
    );
    await world.link(family);
  }, 240_000);

  it('the parent reads nothing of the child in family-plan from the answer on, nor elsewhere a lease after consent has heard', async () => {
    const family = one as Family;
    const all = await shutOut(
      world,
      ofChild(family),
      () => endCustody(family),
      2 * leaseMs,
      () => 404,
    );
    told('custody ended', all);
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
    expect(of(all, 'family-plan').filter(({ lastShownMs }) => lastShownMs > 0)).toEqual([]);
    expect(all.filter(({ lastShownMs }) => lastShownMs > longestMs(all))).toEqual([]);
  }, 240_000);

  it.each([
    ['partner', 'trine'],
    ['institution', 'mette'],
    ['contact', 'clara'],
  ])(
    'a %s reads nothing from the answer on',
    async (kind, as) => {
      const family = other as Family;
      const looks = [
        get('family-plan', as, `families/${family.familyId}`),
        get('family-plan', as, `families/${family.familyId}/enrolments`),
        get('family-plan', as, `families/${family.familyId}/goals`),
      ];
      const all = await shutOut(
        world,
        looks,
        () => endRelation(family, kind),
        1_000,
        () => 404,
      );
      told(`${kind} ended`, all);
      expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
      expect(all.filter(({ lastShownMs }) => lastShownMs > 0)).toEqual([]);
    },
    120_000,
  );

  it('a coordinator, on standing bases, reads nothing in family-plan from the answer on, nor elsewhere once it has heard', async () => {
    const family = one as Family;
    const { familyId } = family;
    const looks = [
      get('family-plan', 'karen', `families/${familyId}`),
      get('scheduling', 'karen', `families/${familyId}/attendance`),
    ];
    const all = await shutOut(
      world,
      looks,
      () => endRelation(family, 'coordinator'),
      2 * leaseMs,
      () => 404,
    );
    told('coordinator ended', all);
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 404));
    expect(of(all, 'family-plan').filter(({ lastShownMs }) => lastShownMs > 0)).toEqual([]);
    // by the bus: on a machine that others use it is enough that it is heard
    if (full) expect(all.filter(({ lastShownMs }) => lastShownMs > leaseMs)).toEqual([]);
  }, 120_000);

  it('a service that is cut off from the bus shows nothing on either a lease after consent has heard', async () => {
    const family = other as Family;
    await cutOff();
    const looks = [
      ...ofChild(family).filter(({ service }) => service === 'scheduling' || service === 'consent'),
      get('scheduling', 'sofie', `families/${family.familyId}/attendance`),
      decided(family),
    ];
    const end = async () => {
      bus.cut();
      await endCustody(family);
      await endRelation(family, 'team');
    };
    const statusOf = ({ service }: Look) => (service === 'scheduling' ? 503 : undefined);
    const all = await shutOut(world, looks, end, 3 * leaseMs, statusOf);
    told('custody and a team ended, scheduling cut off', all);
    expect(of(all, 'consent').map(({ lastShownMs }) => lastShownMs)).not.toContain(Number.POSITIVE_INFINITY);
    expect(of(all, 'scheduling').map(({ status }) => status)).toEqual(of(all, 'scheduling').map(() => 503));
    const latest = Math.max(...of(all, 'consent').map(({ refusedMs }) => refusedMs));
    expect(all.filter(({ lastShownMs }) => lastShownMs > latest + leaseMs)).toEqual([]);
    bus.mend();
    await eventually(
      'heard',
      () => Promise.all(looks.filter(({ service }) => service === 'scheduling').map((each) => look(world, each, 0))),
      (seen) => seen.every((each) => each?.status === 404),
    );
  }, 240_000);
});
