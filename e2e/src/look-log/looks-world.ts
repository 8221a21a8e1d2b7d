import { contexts, type Context } from '@helhed/contracts';
import { clientSecretIn, localDate } from '@helhed/kernel';
import { keepFresh, tokenForClient } from '@helhed/local';
import type { TestPlatform } from '@helhed/testing';
import { noteAbsence } from '../nyborg-referred/attendance.js';
import { nameInterpreter } from '../nyborg-referred/needs.js';
import { openGroup, placeCourse, seated } from '../nyborg-referred/course.js';
import { matched, refer, step } from '../nyborg-referred/referrals.js';
import { registerVideo } from '../nyborg-referred/filming.js';
import { offerObservation } from '../nyborg-referred/observing.js';
import {
  endCustodySoon,
  holdConversation,
  offerGoal,
  recordChildView,
  sayGoal,
} from '../nyborg-referred/told-of-child.js';
import { programme, publishFamiliestue, type World } from '../nyborg-referred/world.js';
import { Api, eventually, type Caller } from '../story/api.js';
import { StoryMunicipality } from '../story/municipality.js';
import { platformTarget } from '../story/open-target.js';
import { people } from './looks-people.js';

/** Ids of what the services hold of one family on a course, by the names that addresses have for them. */
export interface Held {
  readonly family: string;
  readonly referral: string;
  readonly person: string;
  /** In the person’s custody. */
  readonly child: string;
  readonly enrolment: string;
  readonly conversation: string;
  readonly observation: string;
  readonly video: string;
  readonly group: string;
  readonly session: string;
  readonly staff: string;
  readonly feed: string;
  /** Addresses of the family's and of a member of staff's calendar, with their secrets. */
  readonly familyCalendar: string;
  readonly staffCalendar: string;
  /** Consents: to tell the sender the outcome, to cooperate with the school and the department, to hand out the calendar. */
  readonly bases: readonly string[];
}

/** A family on a course with all who may look at it, so that every route by which somebody looks shows something. */
export class LooksWorld {
  private constructor(
    readonly platform: TestPlatform,
    readonly thread: World,
    readonly held: Held,
    readonly services: Readonly<Record<Context, Caller>>,
  ) {}

  get code(): string {
    return this.thread.municipality.made.code;
  }

  as(who: string): Caller | undefined {
    if (who === 'link') return undefined;
    return contexts.find((service) => service === who)
      ? this.services[who as Context]
      : this.thread.municipality.as(who);
  }

  /** Sends a referral while family-plan, which would fetch it at once, is away. @returns its id */
  async referUnmatched<T>(work: (referral: string) => Promise<T>): Promise<T> {
    const away = this.platform.processes.filter(({ service }) => service === 'family-plan');
    await Promise.all(away.map((each) => each.stop()));
    try {
      return await work((await refer(this.thread, 2, 'accepted', new Date(), 11)).id);
    } finally {
      await Promise.all(away.map((each) => each.start()));
    }
  }

  static async make(platform: TestPlatform): Promise<LooksWorld> {
    const target = await platformTarget(platform);
    const api = new Api(platform.url);
    const municipality = await StoryMunicipality.make(target, api, 'Opslag', people);
    const thread: World = { api, municipality };
    const { realm } = municipality.made;
    const services = Object.fromEntries(
      contexts.map((service) => {
        const secret = clientSecretIn(realm, platform.installation.clientSecrets[service]);
        return [service, keepFresh(() => tokenForClient(target.keycloak.url, realm, service, secret))];
      }),
    ) as Record<Context, Caller>;
    return new LooksWorld(platform, thread, await hold(thread), services);
  }
}

async function hold(thread: World): Promise<Held> {
  await publishFamiliestue(thread);
  const now = new Date();
  const { id: referral, familyId: family } = await refer(thread, 1, 'accepted', now, 11);
  const { members } = await matched(thread, referral);
  await step(thread, referral, 'start-triage', undefined, ['under-triage']);
  const startsOn = localDate(new Date(now.getTime() + 14 * 86_400_000));
  const { id: group } = await openGroup(thread, 1, startsOn);
  await step(thread, referral, 'accept', { reason: 'Målgruppen passer.' }, ['accepted', 'waiting', 'enrolled']);
  await seated(thread, group, 1);
  const [session] = await placeCourse(thread, group, startsOn);
  const persons = members.map(({ personId }) => personId as string);
  const parents = members.filter(({ role }) => role === 'parent').map(({ personId }) => personId as string);
  await tie(thread, family);
  const child = members.find(({ role }) => role === 'child')?.personId as string;
  await recordChildView(thread, family, child);
  await offerGoal(thread, family, child);
  await sayGoal(thread, family, parents[0] as string);
  const conversation = await holdConversation(thread, family, persons);
  const observation = await offerObservation(thread, { familyId: family, members }, today());
  await noteAbsence(thread, session?.id ?? '', family, child);
  await nameInterpreter(thread, session?.id ?? '', family);
  await endCustodySoon(thread, family, child);
  const bases = await consents(thread, family, persons, parents);
  await link(thread, parents[0] as string, child);
  return {
    ...(await calendars(thread, family, parents[0] as string)),
    family,
    referral,
    group,
    bases,
    person: parents[0] as string,
    child,
    conversation,
    observation,
    video: await registerVideo(thread, family, persons),
    session: session?.id ?? '',
    enrolment: await enrolmentOf(thread, family),
  };
}

const toTeam = ['family-structure', 'identity', 'custody', 'enrolment', 'child-view', 'attendance'];

const today = () => localDate(new Date());

/** The school is the family's partner, and a social worker of another department in its team. */
async function tie({ api, municipality }: World, familyId: string): Promise<void> {
  const { sofie, petra, karen } = municipality.subjects;
  const rows = [
    { kind: 'partner', unit: 'skole-nord', function: 'teacher' },
    { kind: 'team', unit: 'boern-og-unge', function: 'social-worker', sub: sofie },
    { kind: 'team', unit: 'ppr', function: 'psychologist', sub: petra },
    { kind: 'coordinator', unit: 'koordineringen', function: 'family-coordinator', sub: karen },
  ];
  for (const row of rows)
    await eventually(
      'the family known to its programme’s lead',
      () =>
        api.post('/family-plan/v1/relations', {
          as: municipality.as('lone'),
          body: { familyId, programme, from: today(), ...row },
          notYet: /family-unknown/,
        }),
      ({ status }) => status === 201,
    );
}

const ofPlan = ['registration-form', 'plan'];

async function consents(
  { api, municipality }: World,
  familyId: string,
  persons: readonly string[],
  givenBy: readonly string[],
): Promise<string[]> {
  const disclosed = (purpose: string, fromUnit: string, toUnit: string, categories: readonly string[]) => ({
    layer: 'disclosure',
    purpose,
    fromUnit,
    toUnit,
    categories,
  });
  const asked = [
    disclosed('outcome-to-sender', 'visitation', 'db-solsikken', ['referral-outcome']),
    disclosed('cooperation', 'familiestuen', 'skole-nord', ['family-structure', 'identity', 'enrolment', ...ofPlan]),
    disclosed('coordination', 'familiestuen', 'boern-og-unge', [...toTeam, ...ofPlan]),
    disclosed('coordination', 'familiestuen', 'koordineringen', ['appointments']),
    {
      ...disclosed('calendar-feed', 'familiestuen', 'familiestuen', ['appointments']),
      layer: 'processing',
    },
    { ...disclosed('observation', 'ppr', 'ppr', ['observation']), layer: 'processing' },
    { ...disclosed('video', 'familiestuen', 'familiestuen', ['video']), layer: 'processing' },
  ];
  const ids: string[] = [];
  for (const each of asked) {
    const body = {
      ...each,
      programme,
      familyId,
      persons,
      givenBy,
      kind: 'consent',
      paragraph: 'Forvaltningsloven § 28, stk. 2, nr. 1',
      how: 'spoken',
      givenOn: today(),
      validFrom: today(),
      evidence: 'Samtale i børnehuset',
    };
    const { body: basis } = await eventually(
      'the family known to consent',
      () => api.post<{ id: string }>('/consent/v1/bases', { as: municipality.as('vibeke'), body, notYet: /-unknown/ }),
      ({ status }) => status === 201,
    );
    ids.push(basis.id);
  }
  return ids;
}

/** Maja’s account is the person's; every service has heard of it, and of the child in her custody. */
async function link({ api, municipality }: World, person: string, child: string): Promise<void> {
  const codes = `/family-plan/v1/persons/${person}/link-codes`;
  const as = municipality.as('maja');
  const { body } = await api.post<{ code: string }>(codes, { as: municipality.as('vibeke') });
  await api.post('/family-plan/v1/links:redeem', { as, body: { code: body.code } });
  for (const service of contexts)
    await eventually(
      `custody known to ${service}`,
      () => api.get(`/${service}/v1/persons/${child}/holdings`, { as, notYet: /not-found|not-allowed/ }),
      ({ status }) => status === 200,
    );
}

async function calendars({ api, municipality }: World, family: string, recipient: string) {
  const as = municipality.as('gitte');
  const feed = async (body: object) =>
    eventually(
      'a calendar handed out',
      () => api.post<{ id: string; url: string }>('/scheduling/v1/feeds', { as, body, notYet: /resource-unknown/ }),
      ({ status }) => status === 201,
    );
  const { body: staffList } = await api.get<{ items: { id: string }[] }>('/scheduling/v1/staff', { as });
  const staff = staffList.items[0]?.id as string;
  const own = (await feed({ for: 'family', family, recipient })).body;
  const { url: staffCalendar } = (await feed({ for: 'staff', staff })).body;
  return { staff, feed: own.id, familyCalendar: own.url, staffCalendar };
}

async function enrolmentOf({ api, municipality }: World, family: string): Promise<string> {
  const as = municipality.as('vibeke');
  const ask = () => api.get<{ items: { id: string }[] }>(`/family-plan/v1/families/${family}/enrolments`, { as });
  const { body } = await eventually('the enrolment', ask, (found) => found.body.items.length > 0);
  return body.items[0]?.id as string;
}
