import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Command, Id, IfMatch, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import { planners } from '../reach.js';
import { sessionExample, SessionView } from './courses.dto.js';
import { MarkHeld } from './mark-held.js';

@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly markHeld: MarkHeld) {}

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
}
