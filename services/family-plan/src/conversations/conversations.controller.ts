import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import * as dto from './conversations.dto.js';
import { FindConversations } from './find-conversations.js';
import { GetConversation } from './get-conversation.js';
import { RecordConversation } from './record-conversation.js';

@Controller('v1')
export class ConversationsController {
  constructor(
    private readonly recordOne: RecordConversation,
    private readonly conversations: FindConversations,
    private readonly getOne: GetConversation,
  ) {}

  @Post('conversations')
  @Idempotent()
  @Access({ ...acts.recordConversation, allow: caseWorkers, subjects: 'family', answers: dto.ConversationReceipt })
  @Returns(dto.ConversationReceipt, {
    status: 201,
    summary: {
      en: 'Record a conversation that was held with a family, and keep the plan as it stood',
      da: 'Notér en samtale, der er holdt med en familie, og gem planen, som den stod',
    },
    description:
      'Where it was noted. Whoever was to take part and did not is named, with the reason. A 409 `conversation-known` of the same conversation on the same day, to whoever is shown it.',
    example: dto.receiptExample,
  })
  record(
    @CurrentActor() actor: Actor,
    @Body(dto.RecordConversation) told: dto.RecordConversation,
  ): Promise<dto.ConversationReceipt> {
    return this.recordOne.run(actor, told);
  }

  @Get('families/:id/conversations')
  @Access({ ...acts.listConversations, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.ConversationPage, {
    summary: { en: 'List the conversations held with a family', da: 'Vis samtalerne, der er holdt med en familie' },
    description: 'Oldest first; of each what the bases allow, without the goals.',
    example: dto.conversationPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.ConversationQuery) query: dto.ConversationQuery,
  ): Promise<Page<dto.ConversationSummary>> {
    return this.conversations.ofFamily(actor, id, query);
  }

  @Get('conversations/:id')
  @Access({ ...acts.readConversation, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.ConversationView, {
    summary: {
      en: 'Read a conversation, with the goals as they stood when it was held',
      da: 'Læs en samtale med målene, som de stod, da den blev holdt',
    },
    description: 'Where the plan is withheld, the frame and the reason.',
    example: dto.conversationExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ConversationView> {
    return this.getOne.run(actor, id);
  }
}
