import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import type { Asked } from '../story/asked.js';
import { StoryFailed, must, mustEqual } from '../story/must.js';
import type { Target } from '../story/target.js';
import { recordBasis, recordFeedConsent } from './basis.js';
import { markHeld, openGroup, placeCourse, readFeed, seated, type Session } from './course.js';
import { whoHasLooked, type OwnView } from './who-has-looked.js';
import { yearsFigures, type Figures } from './figures.js';
import { Oracle } from './oracle.js';
import { planYear, type Step } from './plan.js';
import { matched, refer, step, view } from './referrals.js';
import { refusals } from './refusals.js';
import { makeWorld, publishFamiliestue, type World } from './world.js';

export interface StoryOptions {
  readonly families: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface StoryResult {
  readonly municipality: string;
  readonly families: number;
  readonly seed: number;
  readonly figures: Figures;
  readonly answers: Record<string, number>;
  readonly seconds: number;
}

/** What is not printed of a story, for those who look at it from behind. */
export interface StoryTrail {
  readonly asked: readonly Asked[];
  /** What a parent of a family that took part was told of who has looked. */
  readonly ownView: OwnView;
}

/** A day care refers families to the Familiestue through a year: matched, assessed, placed, enrolled, on a course, counted. */
export async function nyborgThread(
  target: Target,
  { families, seed, say }: StoryOptions,
): Promise<StoryResult & StoryTrail> {
  const started = performance.now();
  const world = await makeWorld(target);
  const plan = planYear(families, seed);
  const year = new Year(world, seed, plan.fates, say);
  await world.municipality.setTime(plan.begin);
  await publishFamiliestue(world);
  say(`municipality ${world.municipality.made.code}: Familiestue published`);
  say(`${await refusals(world, plan.begin, seed)} referrals refused, each with its problem; nothing stored`);
  for (const next of plan.steps) {
    await year.holdUntil(next.at);
    await world.municipality.setTime(next.at);
    await year.take(next);
  }
  await year.holdUntil(plan.end);
  await world.municipality.setTime(plan.end);
  const ownView = await year.lookBack(plan.end);
  const figures = await yearsFigures(world, year.oracle);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const answers = Object.fromEntries([...world.api.answers].sort(([a], [b]) => a - b));
  const { code: municipality } = world.municipality.made;
  return { municipality, families, seed, figures, answers, seconds, asked: world.api.asked, ownView };
}

class Year {
  readonly oracle = new Oracle();
  readonly #referrals = new Map<number, { id: string; familyId: string }>();
  readonly #groups = new Map<number, { id: string; startsOn: string }>();
  #sessions: Session[] = [];
  #waited = false;

  constructor(
    readonly world: World,
    readonly seed: number,
    readonly fates: readonly ('accepted' | 'declined' | 'withdrawn')[],
    readonly say: (line: string) => void,
  ) {}

  async take(next: Step): Promise<void> {
    switch (next.kind) {
      case 'refer':
        return this.#refer(next.family, next.at);
      case 'decide':
        return this.#decide(next.family, next.at);
      case 'open-group':
        return this.#open(next.group, next.at);
      case 'place-course':
        return this.#place(next.group);
    }
  }

  /** Holds the sessions that end before the instant, each on its own day. */
  async holdUntil(at: Date): Promise<void> {
    const due = this.#sessions.filter((session) => new Date(session.endsAt) <= at);
    this.#sessions = this.#sessions.filter((session) => !due.includes(session));
    for (const session of due.sort((a, b) => a.endsAt.localeCompare(b.endsAt))) {
      await this.world.municipality.setTime(new Date(session.endsAt));
      await markHeld(this.world, session);
      this.oracle.held(session.kind);
    }
    if (due.length > 0) this.say(`${due.length} sessions and theme evenings held until ${localDate(at)}`);
  }

  async #refer(family: number, at: Date): Promise<void> {
    const made = await refer(this.world, family, this.#fate(family), at, this.seed);
    this.#referrals.set(family, made);
    this.oracle.referred(family, at);
    const referral = await matched(this.world, made.id);
    // the families that are declined are those with children too old for the programme
    await recordBasis(this.world, referral, localDate(at), this.#fate(family) === 'declined');
    this.say(`${localDate(at)} family ${family} referred, persons matched, basis recorded`);
  }

  async #decide(family: number, at: Date): Promise<void> {
    const { id } = this.#of(family);
    const fate = this.#fate(family);
    const { triage } = await step(this.world, id, 'start-triage', undefined, ['under-triage']);
    mustEqual(triage.suggestion, fate === 'declined' ? 'outside' : 'meets', 'the rules suggest');
    if (fate === 'declined') {
      await step(this.world, id, 'decline', { reasonCode: 'outside-target-group', reason: 'Skolen hjælper.' }, [
        'declined',
      ]);
      this.oracle.declined();
    } else if (fate === 'withdrawn') {
      await step(this.world, id, 'withdraw', { reasonCode: 'family-withdrew' }, ['withdrawn']);
      this.oracle.withdrawn();
    } else {
      const state = this.oracle.accepted(family, at);
      await step(this.world, id, 'accept', { reason: 'Målgruppen passer.' }, [state]);
      this.#waited ||= state === 'waiting';
    }
    const { state } = await view(this.world, id);
    await this.#heard(id, state);
    this.say(`${localDate(at)} family ${family}: ${state}`);
  }

  async #open(number: number, at: Date): Promise<void> {
    const startsOn = localDate(new Date(at.getTime() + 14 * 86_400_000));
    const group = await openGroup(this.world, number, startsOn);
    this.#groups.set(number, { id: group.id, startsOn });
    const lucky = this.oracle.opened(6, at);
    await seated(this.world, group.id, lucky.length);
    this.say(`${localDate(at)} group ${number}: six places opened, ${lucky.length} assigned`);
  }

  async #place(number: number): Promise<void> {
    const group = this.#groups.get(number) as { id: string; startsOn: string };
    const sessions = await placeCourse(this.world, group.id, group.startsOn);
    this.#sessions.push(...sessions);
    this.say(`group ${number}: 13 sessions and 3 theme evenings in the calendar from ${group.startsOn}`);
  }

  /** At the year's end: everyone placed is enrolled, the sender's pedagogue hears the outcome, others do not. */
  async lookBack(end: Date): Promise<OwnView> {
    const { api, municipality } = this.world;
    must(this.#waited, 'some family had to wait');
    let enrolled = 0;
    let parent: string | undefined;
    for (const [family, { id, familyId }] of this.#referrals) {
      const referral = await view(this.world, id);
      if (referral.place && !referral.enrolment)
        throw new StoryFailed(`family ${family} has a place and no enrolment`, referral);
      if (referral.enrolment) {
        enrolled++;
        parent ??= referral.members.find(({ role }) => role === 'parent')?.personId;
      }
      const outcome = `/referral/v1/referrals/${id}/outcome`;
      const { body } = await api.get<{ state: string }>(outcome, { as: municipality.as('pia') });
      // of a family that was erased meanwhile nobody's consent is left
      const gone = ['declined', 'withdrawn'].includes(referral.state) && body.state === undefined;
      must(gone || body.state === referral.state, 'the sender hears the outcome, as the parents agreed', body);
      await api.get(outcome, { as: municipality.as('rie'), expect: 404 });
      if (family === 0 && referral.place) {
        const reader = referral.members.find(({ role }) => role === 'parent')?.personId as string;
        const feed = () => readFeed(this.world, familyId, reader);
        must((await feed()).sessions === 0, 'without a consent the feed is empty');
        await recordFeedConsent(this.world, referral, localDate(end));
        const hasCourse = ({ sessions }: { sessions: number }) => sessions >= 16;
        await eventually('the course in the feed', feed, hasCourse);
      }
    }
    mustEqual(enrolled, this.oracle.placed, 'each place has one enrolment');
    this.say(
      `${enrolled} families enrolled; the sender's pedagogue read ${this.#referrals.size} outcomes, another unit none`,
    );
    const told = await whoHasLooked(this.world, parent as string);
    this.say(`a parent sees ${told.items.length} looks, and by which functions, and no name`);
    return told;
  }

  /** The sender hears the outcome as soon as what the parents agreed to has come to the referral service. */
  async #heard(id: string, state: string): Promise<void> {
    const { api, municipality } = this.world;
    const outcome = () =>
      api.get<{ state?: string }>(`/referral/v1/referrals/${id}/outcome`, { as: municipality.as('pia') });
    await eventually('the sender hears the outcome', outcome, ({ body }) => body.state === state);
  }

  #fate = (family: number) => this.fates[family] as 'accepted' | 'declined' | 'withdrawn';
  #of = (family: number) => this.#referrals.get(family) as { id: string; familyId: string };
}
