import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Command, Id, IfMatch, Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { invitationExample } from '../feeds/calendar-examples.js';
import { ReturnsCalendar } from '../feeds/returns-calendar.js';
import { ReadInvitation } from '../invitations/read-invitation.js';
import { calendarKeepers, planners } from '../reach.js';
import { CancelSession } from './cancel-session.js';
import { InvitationQuery, sessionExample, SessionView } from './courses.dto.js';
import { MarkHeld } from './mark-held.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly markHeld: MarkHeld,
    private readonly cancelSession: CancelSession,
    private readonly readInvitation: ReadInvitation,
  ) {}

  @Command('mark-held')
  @Access({ act: 'session.mark-held', allow: planners, subjects: 'family' })
  @Returns(SessionView, {
    description: 'The session, held on its date.',
    summary: 'Say that a session or theme evening was held, once it has begun.',
    example: { ...sessionExample, heldOn: sessionExample.date, version: 2 },
  })
  mark(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.markHeld.run(actor, id, version);
  }

  @Command('cancel')
  @Access({ act: 'session.cancel', allow: planners, subjects: 'family' })
  @Returns(SessionView, {
    description: 'The session, cancelled. A 422 `booking-begun` once it has begun.',
    summary: 'Cancel a session or theme evening: room, staff and families are free again, and each family is told.',
    example: { ...sessionExample, cancelled: true, version: 2 },
  })
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number) {
    return this.cancelSession.run(actor, id, version);
  }

  @Get(':id/invitation')
  @Access({ act: 'invitation.read', allow: calendarKeepers, subjects: 'family' })
  @ReturnsCalendar({
    summary: "A family's invitation to a session or theme evening, to be sent to it as a calendar file.",
    description: 'The invitation (RFC 5546): METHOD:REQUEST, and METHOD:CANCEL once the session is cancelled.',
    example: invitationExample,
  })
  invitation(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(InvitationQuery) { family }: InvitationQuery,
  ): Promise<string> {
    return this.readInvitation.run(actor, id, family);
  }
}
