import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Database } from '@helhed/database';
import { notFound } from '@helhed/kernel';
import { Id, ShownTo, WebPage, type PageView } from '@helhed/web';
import { Body, Controller, Get, Headers, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { askingAs, type Asking } from '../ask-service.js';
import { inFunction } from '../samples/samples-page.js';
import { AskFamilyPlan, AskScheduling } from './ask-attendance.js';
import { faultsIn, filledIn, type Form } from './filled-in.js';
import { findSessions, type OwnSession } from './find-sessions.js';
import { findSheet, type Sheet } from './find-sheet.js';
import { isDone, saveSheet, settled } from './save-sheet.js';
import { sessionsPage } from './sessions-page.js';
import { sheetPage } from './sheet-page.js';

/** Scheduling and family-plan decide of each family, and note each look: here nothing is held on anybody. */
const leaders = {
  allow: [{ kind: 'person', functions: ['group-leader'] }] satisfies readonly Allowed[],
  subjects: 'none',
} as const;

/** Who came to the sessions that one runs, to be noted on a phone. */
@Controller('attendance')
export class AttendanceController {
  constructor(
    private readonly database: Database,
    private readonly scheduling: AskScheduling,
    private readonly familyPlan: AskFamilyPlan,
  ) {}

  @Get()
  @Access({ act: 'attendance.sessions', ...leaders })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const { today } = await this.#clock(actor);
    return sessionsPage(view, actor, await findSessions(this.scheduling, askingAs(actor, view, bearer)), today);
  }

  @Get(':id')
  @Access({ act: 'attendance.sheet', ...leaders })
  @WebPage()
  async sheet(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query('saved') saved: unknown,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const as = askingAs(actor, view, bearer);
    const session = await this.#session(as, id);
    if (!session) return sessionsPage(view, actor, undefined, '');
    const sheet = await this.#sheet(as, session);
    const { now } = await this.#clock(actor);
    return sheetPage(view, actor, session, { sheet, now, saved: saved !== undefined });
  }

  /** What could not be saved stands in the page that answers; else the page that follows can be loaded again. */
  @Post(':id')
  @Access({ act: 'attendance.note', ...leaders })
  @WebPage()
  async save(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() form: Form | undefined,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
    @Res() reply: FastifyReply,
  ) {
    const as = askingAs(actor, view, bearer);
    const session = await this.#session(as, id);
    const sheet = session && (await this.#sheet(as, session));
    if (!session) return reply.status(503).send(sessionsPage(view, actor, undefined, ''));
    const { now } = await this.#clock(actor);
    if (!sheet) return reply.status(503).send(sheetPage(view, actor, session, { sheet, now }));
    const filled = filledIn(sheet, form ?? {});
    const faults = faultsIn(sheet, filled);
    if (faults.length > 0)
      return reply.status(422).send(sheetPage(view, actor, session, { sheet, now, faults, filled }));
    const tried = await saveSheet(this.scheduling, as, session, filled);
    const fresh = isDone(tried) ? undefined : await this.#sheet(as, session);
    const outcomes = settled(tried, fresh);
    if (isDone(outcomes)) return reply.redirect(inFunction(`/consent/attendance/${id}`, actor, { saved: 'true' }), 303);
    const left = filled.filter(({ family }) => ['refused', 'away'].includes(outcomes.get(family.id)?.is ?? ''));
    const since = (await this.#session(as, id)) ?? session;
    return reply.status(409).send(sheetPage(view, actor, since, { sheet: fresh, now, filled: left, outcomes }));
  }

  /** @returns undefined where scheduling does not say it now @throws DomainError `not-found` of one that the actor does not run */
  async #session(as: Asking, id: string): Promise<OwnSession | undefined> {
    const sessions = await findSessions(this.scheduling, as);
    const found = sessions?.find((session) => session.id === id);
    if (sessions && !found) throw notFound({ da: 'Gangen', en: 'The session' });
    return found;
  }

  #sheet(as: Asking, session: OwnSession): Promise<Sheet | undefined> {
    return findSheet({ scheduling: this.scheduling, familyPlan: this.familyPlan }, as, session);
  }

  #clock({ municipality }: Actor): Promise<{ now: Date; today: string }> {
    return this.database.inTransaction(municipality, ({ now, today }) => Promise.resolve({ now, today }));
  }
}
