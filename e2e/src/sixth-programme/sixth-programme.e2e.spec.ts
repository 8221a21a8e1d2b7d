import { startPlatform, type TestPlatform } from '@helhed/testing';
import { groupView, seated, talksOf, type Group, type Session } from '../nyborg-referred/course.js';
import { step, view, type Referral } from '../nyborg-referred/referrals.js';
import { moveTo, type World } from '../nyborg-referred/world.js';
import { eventually, mustRefuse } from '../story/api.js';
import { platformTarget } from '../story/open-target.js';
import { Visitor } from '../story/visitor.js';
import { clubAs, makeFjord, personsOf, programme, publish, recordOutcomeConsent, refer, referralOf } from './fjord.js';
import { hold, openGroup, placeCourse, talk } from './voyage.js';
import { expected, figuresOf, figuresOnPage } from './year-at-sea.js';

/** Each test goes on where the one before it ended: a programme's year. */
describe('a sixth programme, from its definition file alone', () => {
  let platform: TestPlatform;
  let world: World;
  /** Six that come to be accepted, one with children too young, and one that cannot come. */
  let families: Referral[];
  let group: Group;
  let sessions: readonly Session[];
  beforeAll(async () => {
    platform = await startPlatform();
    world = await makeFjord(await platformTarget(platform));
    await moveTo(world, new Date('2027-08-09T08:00:00Z'));
  }, 300_000);
  afterAll(() => platform?.stop());

  const family = (number: number) => families[number - 1] as Referral;
  const outcomeOf = async ({ id }: Referral) =>
    (await clubAs(world, 'klara').get('/referral/v1/referrals/{id}/outcome', { path: { id } })).body;
  const letterOf = async ({ id }: Referral) =>
    (await clubAs(world, 'klara').get('/referral/v1/referrals/{id}/letter', { path: { id } })).body;
  const triaged = async ({ id }: Referral, command: string, body: object, reached: string) =>
    step(world, id, command, body, [reached]);

  it('stands in the catalogue as it was published', async () => {
    await publish(world);
    const { body } = await clubAs(world, 'petra').get('/referral/v1/programmes');
    expect(body.items).toEqual([
      expect.objectContaining({
        code: programme,
        version: 2,
        name: { da: 'Fjordholdet', en: 'The fjord crew' },
        families: { min: 3, max: 5, per: 'group' },
      }),
    ]);
  });

  it('is referred to by whom it names, in a function that no code has heard of, and by nobody else', async () => {
    await mustRefuse(clubAs(world, 'petra').post('/referral/v1/referrals', { body: referralOf(1) }), 403);
    families = [];
    for (let number = 1; number <= 8; number++) families.push(await refer(world, number, number === 7));
    const due = await world.api.get<{ answerBy: string }>(`/referral/v1/referrals/${family(1).id}`, {
      as: world.municipality.as('vibeke'),
    });
    expect(due.body.answerBy).toBe('2027-08-16');
  });

  it('tells the sender what came of it once the parent and a child of ten have both consented', async () => {
    const consents = new Map<Referral, string>();
    for (const each of families) consents.set(each, await recordOutcomeConsent(world, each, [personsOf(each)[0]]));
    await moveTo(world, new Date('2027-08-11T08:00:00Z'));
    for (const { id } of families) await step(world, id, 'start-triage', undefined, ['under-triage']);
    // too young to be asked: the parent's is enough
    await eventually(
      'the outcome told of the young ones',
      () => outcomeOf(family(7)),
      ({ state }) => state !== undefined,
    );
    const half = await eventually(
      'and half a consent known',
      () => outcomeOf(family(1)),
      ({ withheld }) => withheld.some(({ reason }) => reason === 'consent-incomplete'),
    );
    expect(half.state).toBeUndefined();
    for (const each of families.filter((one) => one !== family(7))) {
      const body = {
        givenBy: [personsOf(each)[1]],
        how: 'spoken',
        givenOn: '2027-08-11',
        evidence: 'Samtale i klubben',
      };
      const path = `/consent/v1/bases/${consents.get(each)}:add-consent`;
      await world.api.post(path, { as: world.municipality.as('klara'), body, ifMatch: 1 });
      await eventually(
        'the whole consent known',
        () => outcomeOf(each),
        ({ state }) => state === 'under-triage',
      );
    }
  });

  it('is triaged by its own rules and answered by its own reasons, in a decision that says how to complain', async () => {
    const suggestions = await Promise.all(families.map(async ({ id }) => (await view(world, id)).triage.suggestion));
    expect(suggestions).toEqual(['meets', 'meets', 'meets', 'meets', 'meets', 'meets', 'outside', 'meets']);
    const { version } = await view(world, family(7).id);
    const foreign = { reasonCode: 'outside-target-group', reason: 'For små.' };
    const refused = await world.api.post<{ type: string }>(`/referral/v1/referrals/${family(7).id}:decline`, {
      as: world.municipality.as('vibeke'),
      body: foreign,
      ifMatch: version,
      expect: 422,
    });
    expect(refused.body.type).toMatch(/reason-not-listed$/);
    await triaged(family(7), 'decline', { ...foreign, reasonCode: 'too-young-to-sail' }, 'declined');
    await triaged(family(8), 'withdraw', { reasonCode: 'no-saturdays' }, 'withdrawn');
    for (const each of families.slice(0, 6)) await triaged(each, 'accept', { reason: 'De kan svømme.' }, 'waiting');
    const letter = await letterOf(family(7));
    for (const said of [
      '<h1>Afgørelse: Fjordholdet</h1>',
      'Børnene er for små til at sejle med.',
      'Du kan klage til havnekontoret inden fire uger.',
    ])
      expect(letter).toContain(said);
  });

  it('opens a group of its own size and staff, and places its own course', async () => {
    await moveTo(world, new Date('2027-08-23T08:00:00Z'));
    group = await openGroup(world);
    expect(group.places).toHaveLength(5);
    await seated(world, group.id, 5);
    const placed = await placeCourse(world, group.id);
    sessions = placed.course?.sessions ?? [];
    expect(sessions.map(({ kind, date, startTime, minutes }) => [kind, date, startTime, minutes])).toEqual(
      ['2027-09-04', '2027-09-18', '2027-10-02'].map((date) => ['session', date, '09:30', 90]),
    );
    expect(placed.heads).toMatchObject({
      families: 5,
      unknown: 0,
      bands: [
        { code: 'cabin', heads: 5 },
        { code: 'deck', heads: 5 },
        { code: 'helm', heads: 5 },
      ],
    });
    const talks = await talksOf(world, group.id);
    expect(talks.map(({ conversation }) => conversation)).toEqual(Array.from({ length: 5 }, () => 'in-harbour'));
    const letter = await letterOf(family(1));
    expect(letter).toContain('Svaret er ja. Familien fik en plads den 23. august 2027.');
  });

  it('is held with attendance, for which its page offers its own reasons and no others', async () => {
    const [first] = sessions as [Session];
    const away = (index: number) => (index < 3 ? 'seasick' : 'missed-ferry');
    await hold(world, first, families.slice(0, 5), away);
    const page = await new Visitor(world, 'gitte').open(`/consent/attendance/${first.id}`);
    const offered = new Set([...page.matchAll(/<option value="([a-z-]+)"[^>]*>([^<]*)</g)].map(([, , text]) => text));
    expect([...offered]).toEqual(['søsyg', 'nåede ikke færgen']);
  });

  it('gives no place away once the crew has sailed, and has its own conversation with who is left', async () => {
    await triaged(family(5), 'withdraw', { reasonCode: 'no-saturdays' }, 'withdrawn');
    await seated(world, group.id, 4);
    const talks = (await talksOf(world, group.id)).toSorted((a, b) => a.endsAt.localeCompare(b.endsAt));
    expect(talks.map(({ familyId }) => familyId).toSorted()).toEqual(
      families
        .slice(0, 4)
        .map(({ familyId }) => familyId)
        .toSorted(),
    );
    for (const each of talks) await talk(world, each, families);
    expect((await view(world, family(6).id)).state).toBe('waiting');
  });

  it('ends with reasons of its own, which the sender reads', async () => {
    await hold(world, sessions[1] as Session, families.slice(0, 4));
    await triaged(family(4), 'close', { outcome: 'went-ashore' }, 'closed');
    await hold(world, sessions[2] as Session, families.slice(0, 3));
    for (const each of families.slice(0, 3)) await triaged(each, 'close', { outcome: 'sails-alone' }, 'closed');
    expect(await letterOf(family(4))).toContain('Familien gik i land.');
    expect(await letterOf(family(1))).toContain('Familien sejler selv.');
    expect((await groupView(world, group.id)).course?.sessions).toHaveLength(3);
  });

  it('has figures of the year, which are what was done, in its own names and no others', async () => {
    await moveTo(world, new Date('2028-02-01T12:00:00Z'));
    const same = (found: unknown) => JSON.stringify(found) === JSON.stringify(expected);
    expect(await eventually('the figures of the year', () => figuresOf(world), same)).toEqual(expected);
    const { heading, parts } = await figuresOnPage(world);
    expect(heading).toBe('Fjordholdet, 1. januar 2027 – 31. december 2027');
    const inDanish = expected.flatMap(([code, , ...told]) =>
      told.length > 0 ? [[code, told.map((part) => part.replace(/ \| .*: /, ': '))] as const] : [],
    );
    expect(parts).toEqual(Object.fromEntries(inDanish));
  });
});
