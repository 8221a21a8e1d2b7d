import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Returns } from '@helhed/web';
import { Controller, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { MoveSession as Move } from '../courses/courses.dto.js';
import { planners } from '../reach.js';
import { CancelConversation } from './cancel-conversation.js';
import * as dto from './conversations.dto.js';
import { MarkConversationHeld } from './mark-conversation-held.js';
import { MoveConversation } from './move-conversation.js';
import { PlaceConversation } from './place-conversation.js';

const answers = dto.ConversationReceipt;

@Controller('v1/conversations')
export class ConversationsController {
  constructor(
    private readonly placeConversation: PlaceConversation,
    private readonly moveConversation: MoveConversation,
    private readonly cancelConversation: CancelConversation,
    private readonly markHeld: MarkConversationHeld,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.placeConversation, allow: planners, subjects: 'family', answers })
  @Returns(dto.ConversationReceipt, {
    status: 201,
    summary: { en: 'Place a conversation with a family of a group', da: 'Læg en samtale med en familie i en gruppe' },
    description:
      'One that the family has none of in the group: all are placed with the course, so it is one that was called off, or that found no time when the family came. The refusals are those of moving one; a 409 `conversation-placed-already`. At each command here a 409 `seat-withheld`, however it stands, where the group would not show the family’s seat.',
    example: dto.receiptExample,
  })
  place(
    @CurrentActor() actor: Actor,
    @Body(dto.PlaceConversation) wish: dto.PlaceConversation,
  ): Promise<dto.ConversationReceipt> {
    return this.placeConversation.run(actor, wish);
  }

  @Command('move')
  @Access({ ...acts.moveConversation, allow: planners, subjects: 'family', answers })
  @Returns(dto.ConversationReceipt, {
    summary: { en: 'Move a conversation with a family', da: 'Flyt en samtale med en familie' },
    description:
      'The conversation is at its new time, in its new room, and the family is told. A 422 `course-clashes` with the reasons where somebody or something is taken; `outside-template` and `day-closed` where it cannot be then.',
    example: { ...dto.receiptExample, version: 2 },
  })
  move(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(Move) wish: Move,
  ): Promise<dto.ConversationReceipt> {
    return this.moveConversation.run(actor, id, version, wish);
  }

  @Command('cancel')
  @Access({ ...acts.cancelConversation, allow: planners, subjects: 'family', answers })
  @Returns(dto.ConversationReceipt, {
    summary: { en: 'Cancel a conversation with a family', da: 'Aflys en samtale med en familie' },
    description:
      'The conversation is off: room, staff and parents are free again, and the family is told. A 422 `booking-begun` once it has begun.',
    example: { ...dto.receiptExample, version: 2 },
  })
  cancel(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.ConversationReceipt> {
    return this.cancelConversation.run(actor, id, version);
  }

  @Command('mark-held')
  @Access({ ...acts.markConversationHeld, allow: planners, subjects: 'family', answers })
  @Returns(dto.ConversationReceipt, {
    summary: { en: 'Mark a conversation with a family as held', da: 'Notér, at en samtale med en familie er holdt' },
    description:
      'The conversation is held, on its date; what was said is recorded in family-plan. A 422 `conversation-not-begun` before it has begun.',
    example: { ...dto.receiptExample, version: 2 },
  })
  mark(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.ConversationReceipt> {
    return this.markHeld.run(actor, id, version);
  }
}
