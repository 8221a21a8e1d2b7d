import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, IfMatch, Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { invitationExample } from '../feeds/calendar-examples.js';
import { ReturnsCalendar } from '../feeds/returns-calendar.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { acts } from '../acts.js';
import { calendarKeepers, planners } from '../reach.js';
import { CancelRest } from './cancel-rest.js';
import { CancelSession } from './cancel-session.js';
import {
  courseExample,
  CourseView,
  InvitationQuery,
  MakeUpSession as MakeUp,
  MoveRest as MoveAll,
  MoveSession as Move,
  sessionExample,
  SessionView,
} from './courses.dto.js';
import { MakeUpSession } from './make-up-session.js';
import { MarkHeld } from './mark-held.js';
import { MoveRest } from './move-rest.js';
import { MoveSession } from './move-session.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly markHeld: MarkHeld,
    private readonly cancelSession: CancelSession,
    private readonly cancelRest: CancelRest,
    private readonly moveSession: MoveSession,
    private readonly moveRest: MoveRest,
    private readonly makeUpSession: MakeUpSession,
    private readonly readInvitation: ReadInvitation,
  ) {}

  @Command('mark-held')
  @Access({ ...acts.markSessionHeld, allow: planners, subjects: 'family', answers: SessionView })
  @Returns(SessionView, {
    description: 'The session, held on its date. A 422 `session-not-begun` before it has begun.',
    summary: { en: 'Mark a session or theme evening as held', da: 'Notér, at en gang eller temaaften er holdt' },
    example: { ...sessionExample, heldOn: sessionExample.date, version: 2 },
  })
  mark(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.markHeld.run(actor, id, version);
  }

  @Command('cancel')
  @Access({ ...acts.cancelSession, allow: planners, subjects: 'family', answers: SessionView })
  @Returns(SessionView, {
    description:
      'The session, cancelled: room, staff and families are free again, and each family is told. Its needs end with it; what was arranged and is to be called off stands in `GET /v1/needs?appointment=…&state=open`. A 422 `booking-begun` once it has begun.',
    summary: { en: 'Cancel a session or theme evening', da: 'Aflys en gang eller temaaften' },
    example: { ...sessionExample, cancelled: true, version: 2 },
  })
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.cancelSession.run(actor, id, version);
  }

  @Command('cancel-rest')
  @Access({ ...acts.cancelRest, allow: planners, subjects: 'family', answers: CourseView })
  @Returns(CourseView, {
    description:
      'The course: this session and all that come after it are cancelled, theme evenings too, and each family is told of each. A 422 `booking-begun` once it has begun.',
    summary: { en: 'Cancel a session and the rest of its course', da: 'Aflys en gang og resten af forløbet' },
    example: { ...courseExample, sessions: [{ ...sessionExample, cancelled: true, version: 2 }] },
  })
  cancelFrom(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.cancelRest.run(actor, id, version);
  }

  @Command('move')
  @Access({ ...acts.moveSession, allow: planners, subjects: 'family', answers: SessionView })
  @Returns(SessionView, {
    description:
      'The session at its new time, in its new room: what it took up is free again, and each family is told. Its needs go along; what was arranged is to be arranged anew. A 422 `course-clashes` with the reasons where somebody or something is taken; `outside-template` and `day-closed` where it cannot be then.',
    summary: { en: 'Move a session or theme evening', da: 'Flyt en gang eller temaaften' },
    example: {
      ...sessionExample,
      date: '2026-10-06',
      startsAt: '2026-10-06T14:00:00.000Z',
      endsAt: '2026-10-06T17:00:00.000Z',
      version: 2,
    },
  })
  move(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(Move) wish: Move,
  ): Promise<SessionView> {
    return this.moveSession.run(actor, id, version, wish);
  }

  @Command('move-rest')
  @Access({ ...acts.moveRest, allow: planners, subjects: 'family', answers: CourseView })
  @Returns(CourseView, {
    description:
      'The course: this session at its new time, and with it all that come after it. Those of its kind are on that weekday at that time, the others on the weekdays and at the times that they had, and all as many weeks on as this one. What falls on a holiday or closing day waits a week, and what comes after it only as far as it must; a theme evening stays between its two sessions, where a week more or less lets it. Each family is told of each that is moved. The refusals are those of moving one, and nothing is moved then: `reasons` name each session that somebody or something is taken at, another of the course too; a 422 `no-open-day` where closing days leave none. A family’s conversations stay where they are.',
    summary: { en: 'Move a session and the rest of its course', da: 'Flyt en gang og resten af forløbet' },
    example: {
      ...courseExample,
      sessions: [
        {
          ...sessionExample,
          date: '2026-10-06',
          startTime: '15:30',
          startsAt: '2026-10-06T13:30:00.000Z',
          endsAt: '2026-10-06T16:30:00.000Z',
          version: 2,
        },
      ],
    },
  })
  moveFrom(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(MoveAll) wish: MoveAll,
  ): Promise<CourseView> {
    return this.moveRest.run(actor, id, version, wish);
  }

  @Command('make-up')
  @Access({ ...acts.makeUpSession, allow: planners, subjects: 'family', answers: SessionView })
  @Returns(SessionView, {
    description:
      'The session that is held in the place of the cancelled one: numbered after the last of its kind, with its room, staff and families booked as for any other, and each family told. The refusals are those of moving one; a 409 `session-not-cancelled` or `made-up-already`.',
    summary: { en: 'Make up for a cancelled session', da: 'Sæt en erstatningsgang for en aflyst' },
    example: {
      ...sessionExample,
      id: '0198a1b2-0000-7000-8000-000000000022',
      number: 14,
      date: '2026-10-06',
      startsAt: '2026-10-06T14:00:00.000Z',
      endsAt: '2026-10-06T17:00:00.000Z',
      replaces: sessionExample.id,
    },
  })
  makeUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(MakeUp) wish: MakeUp,
  ): Promise<SessionView> {
    return this.makeUpSession.run(actor, id, version, wish);
  }

  @Get(':id/invitation')
  @Access({ ...acts.readInvitation, allow: calendarKeepers, subjects: 'family' })
  @ReturnsCalendar({
    summary: {
      en: 'Read the invitation of one person of a family to a session',
      da: 'Læs invitationen af én person i en familie til en gang',
    },
    description:
      'The invitation, to be sent to its recipient as a calendar file (RFC 5546): METHOD:REQUEST; and METHOD:CANCEL once the session is cancelled, or once an invitation that this unit took may no longer be shown. Where it may not be shown and was never taken, the calendar is empty.',
    example: invitationExample,
  })
  invitation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(InvitationQuery) asked: InvitationQuery,
  ): Promise<string> {
    return this.readInvitation.run(actor, id, asked);
  }
}
