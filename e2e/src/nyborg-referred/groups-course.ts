import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { noteEach, sheetOf } from './attendance.js';
import { noteOnPage, type Sheet } from './attendance-page.js';
import { prepare } from './before-course.js';
import { handCalendar, takeBackCalendar, toldInCalendar, type Calendar } from './calendar-feed.js';
import { makeUpFor, moveSession } from './changed-sessions.js';
import { conversationsOf, converse, printPlan } from './conversations.js';
import { groupView, markTalkHeld, talksOf, type Session, type Talk } from './course.js';
import {
  couldDo,
  inOwnWords,
  pedagogueIsTold,
  pedagogueReadsGoals,
  workWith,
  type WorkWithFamily,
} from './family-work.js';
import { agreeFollowUp, followUpBegins, followUpEnds } from './follow-up.js';
import { film, videoIsDeleted, type Filmed } from './filming.js';
import { after, inOrder, type GroupInCourse, type Meeting, type Seated } from './group-in-course.js';
import { leaderOf } from './leaders.js';
import { mimIsDeleted, mimIsRead, offerMim, type Mim } from './observing.js';
import type { Oracle } from './oracle.js';
import { step, view } from './referrals.js';
import { seenOnPage } from './seen-page.js';
import { takeBackOutcome, type TakenBack } from './taken-back.js';
import { linkParent, takeBack } from './who-has-looked.js';
import { moveTo, type World } from './world.js';

/** A group's way through its sessions: who came, what was worked on, who left, and who finished. */
export class GroupsCourse {
  #left: Meeting[];
  #families: readonly Seated[];
  #sessions = 0;
  readonly #works: WorkWithFamily[] = [];
  /** What the psychologist saw of that family. */
  #mims: Mim[] = [];
  #video: Filmed | undefined;
  /** Of the family whose parent takes back. */
  #calendar: Calendar | undefined;
  /** The family of the parent whose account Maja's is. */
  maja: (Seated & { readonly person: string; readonly taken: TakenBack }) | undefined;

  constructor(
    readonly world: World,
    readonly oracle: Oracle,
    readonly group: GroupInCourse,
    readonly say: (line: string) => void,
  ) {
    this.#left = inOrder([...group.sessions, ...group.talks]);
    this.#families = group.families;
  }

  static byTime(this: void, a: GroupsCourse, b: GroupsCourse): number {
    return (a.next?.endsAt ?? '').localeCompare(b.next?.endsAt ?? '');
  }

  get next(): Meeting | undefined {
    return this.#left[0];
  }

  async hold(): Promise<void> {
    const next = this.#left.shift() as Meeting;
    const at = new Date(next.endsAt);
    await moveTo(this.world, at);
    await (next.kind === 'conversation' ? this.#talk(next, at) : this.#meet(next, at));
    if (!this.next) await this.#finish(at);
  }

  async #talk(talk: Talk, at: Date): Promise<void> {
    await markTalkHeld(this.world, talk);
    const seat = this.#families.find(({ familyId }) => familyId === talk.familyId) as Seated;
    await this.#converse(seat, talk.conversation, at);
  }

  async #meet(session: Session, at: Date): Promise<void> {
    const { number, id } = this.group;
    const there = this.#families.map(({ family }) => family);
    this.oracle.held(session.kind, there);
    const sheets: Sheet[] = [];
    for (const [i, { id, family }] of this.#families.entries()) {
      const isIll = session.kind === 'session' && (i + this.#sessions) % 5 === 0;
      const sheet = sheetOf(session, await view(this.world, id), isIll);
      sheets.push(sheet);
      this.oracle.course.came(sheet.persons.length - sheet.ill.length);
      this.oracle.course.away(family, sheet.ill.length, 'illness');
    }
    const isFirst = number === 1 && session.kind === 'session' && this.#sessions === 0;
    await (isFirst ? noteOnPage : noteEach)(this.world, leaderOf(number), { group: id, session }, sheets);
    if (isFirst) this.say(`group ${number}: the first session's attendance noted on the page for phones`);
    if (session.kind === 'session') await this.#after(++this.#sessions, at);
  }

  async #after(number: number, at: Date): Promise<void> {
    if (number === 1) for (const seat of this.#families) await this.#begin(seat, at);
    if (this.group.number !== 1) return;
    if (number === after.outcomeTakenBack) await this.#takeBackOutcome(at);
    if (number === after.dropped) await this.#drop(at);
    if (number === after.moved) await this.#moveNext();
    if (number === after.calledOff) await this.#makeUpForNext();
    if (number === after.mim) await this.#observe(at);
    if (number === after.planTakenBack) await this.#takeBackPlan();
  }

  /** The work with a family: its form and its goal, which its contact pedagogue reads. */
  async #begin({ id, family }: Seated, at: Date): Promise<void> {
    const work = await workWith(this.world, await view(this.world, id), at);
    await pedagogueReadsGoals(this.world, work);
    this.#works.push(work);
    this.oracle.course.agreed(work.action.goalId, family);
  }

  /** Midway the parents have done what they said. */
  async #converse({ id, family, familyId }: Seated, conversation: string, at: Date): Promise<void> {
    const work = this.#works.find((each) => each.familyId === familyId);
    const done = conversation === 'midway' && work ? [work.action] : [];
    await converse(this.world, await view(this.world, id), conversation, at, done);
    this.oracle.course.conversed(
      conversation,
      family,
      done.map(({ goalId }) => goalId),
    );
  }

  /** The last family leaves; whoever waits longest gets its place, is prepared as the others were, and comes from the next session on. */
  async #drop(at: Date): Promise<void> {
    const gone = this.#families.at(-1) as Seated;
    await step(this.world, gone.id, 'withdraw', { reasonCode: 'family-withdrew' }, ['withdrawn']);
    this.oracle.told.happened(gone.id, 'withdrawn');
    this.oracle.told.endsTelling(gone.id);
    const lucky = this.oracle.dropped(at).map((family) => this.group.of(family));
    for (const { id } of lucky) this.oracle.told.happened(id, 'place-assigned', 'enrolled');
    this.#families = [...this.#families.slice(0, -1), ...lucky];
    const wanted = this.#families.map(({ familyId }) => familyId).toSorted();
    await eventually(
      'the place given to who waits, and the rest of the course in its calendar',
      () => groupView(this.world, this.group.id),
      ({ places }) => {
        const booked = places.flatMap(({ seat }) => (seat?.booked ? [seat.familyId] : []));
        return JSON.stringify(booked.toSorted()) === JSON.stringify(wanted);
      },
    );
    for (const seat of lucky) {
      await prepare(this.world, await view(this.world, seat.id), at);
      await this.#begin(seat, at);
    }
    // those of the family that left are gone, and whoever came has its own
    const meetings = this.#left.filter(({ kind }) => kind !== 'conversation');
    this.#left = inOrder([...meetings, ...(await talksOf(this.world, this.group.id))]);
    this.say(
      `group ${this.group.number}: a family left after ${after.dropped} sessions, ${lucky.length} came in its place`,
    );
  }

  async #moveNext(): Promise<void> {
    const next = this.#nextRegular();
    const moved = await moveSession(this.world, this.group.id, next);
    this.#replace(next, moved);
    await toldInCalendar(this.world, this.#calendar as Calendar, moved);
  }

  async #makeUpForNext(): Promise<void> {
    const next = this.#nextRegular();
    const madeUp = await makeUpFor(this.world, this.group.id, next);
    this.#replace(next, madeUp);
    await toldInCalendar(this.world, this.#calendar as Calendar, next, true);
    await toldInCalendar(this.world, this.#calendar as Calendar, madeUp);
    this.say(
      `group ${this.group.number}: a session was moved, another called off and made up for; a family’s calendar says so`,
    );
  }

  #nextRegular(): Session {
    return this.#left.find(({ kind }) => kind === 'session') as Session;
  }

  #replace(session: Session, by: Session): void {
    this.#left = inOrder([...this.#left.filter((each) => each !== session), by]);
  }

  /** A parent takes back that the sender hears what came of it: its system is told no more. */
  async #takeBackOutcome(at: Date): Promise<void> {
    const [seat] = this.#families as [Seated];
    const referral = await view(this.world, seat.id);
    const { members } = referral;
    const person = members.find(({ role }) => role === 'parent')?.personId as string;
    const taken = await takeBackOutcome(this.world, this.oracle, { ...seat, person });
    this.maja = { ...seat, person, taken };
    this.#calendar = await handCalendar(this.world, referral, localDate(at));
    this.say(`group ${this.group.number}: a parent took back that the sender hears; its system is told no more`);
  }

  /** The same parent takes back that the pedagogue reads the goals: at once she is told why she does not. */
  async #takeBackPlan(): Promise<void> {
    const [work] = this.#works as [WorkWithFamily];
    await takeBack(this.world, work.basis);
    await pedagogueIsTold(this.world, work);
    await takeBackCalendar(this.world, this.#calendar as Calendar);
    const { person, familyId } = this.maja as Seated & { person: string };
    await printPlan(this.world, familyId, person, { goal: inOwnWords, option: couldDo });
    const looks = await seenOnPage(this.world, person);
    this.say(
      `group ${this.group.number}: and that the goals are shown; the pedagogue is told so, and the parent's page has ${looks} looks of hers`,
    );
  }

  /** The same parent takes part in MIM, and the other one; the families beside it say no. */
  async #observe(at: Date): Promise<void> {
    const referrals = await Promise.all(this.#families.map(({ id }) => view(this.world, id)));
    this.#mims = await offerMim(this.world, referrals, at);
    const [seat] = this.#families as [Seated];
    const { person } = this.maja as { person: string };
    this.#video = await film(this.world, referrals[0] as (typeof referrals)[number], person, at);
    await linkParent(this.world, 'jonas', this.#mims[1]?.parentId as string);
    await mimIsRead(this.world, seat.familyId, this.#mims);
    this.say(
      `group ${this.group.number}: MIM offered to ${referrals.length} families, accepted by both parents of one; each reads its note, the day care none`,
    );
  }

  async #finish(at: Date): Promise<void> {
    if (this.maja) await conversationsOf(this.world, this.maja.familyId);
    await agreeFollowUp(this.world, this.#families, at);
    for (const { id, family } of this.#families) {
      if (family === 0) await handCalendar(this.world, await view(this.world, id), localDate(at));
      await step(this.world, id, 'close', { outcome: 'completed' }, ['closed']);
      this.oracle.completed();
      this.oracle.told.happened(id, 'closed');
    }
    await followUpBegins(this.world, this.#families, this.#works);
  }

  /** When the follow-up of the families is over. */
  async followedUp(): Promise<void> {
    await followUpEnds(this.world, this.#families, this.#works);
    if (!this.maja) return;
    await mimIsDeleted(this.world, this.#mims);
    await videoIsDeleted(this.world, this.#video as Filmed);
  }
}
