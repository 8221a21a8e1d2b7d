import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post, Res } from '@nestjs/common';
import { acts } from '../acts.js';
import type { Answering } from '../answering.js';
import { caseOrLead, caseWorkers, senders } from '../readers.js';
import { AmendReferral } from './amend-referral.js';
import { FindReferrals } from './find-referrals.js';
import { ReceiveReferral } from './receive-referral.js';
import * as receiving from './receive-referral.dto.js';
import * as dto from './referrals.dto.js';
import { outcomeExample, referralExample, summaryExample } from './referrals.examples.js';
import { ShowReferral } from './show-referral.js';

@Controller('v1/referrals')
export class ReferralsController {
  constructor(
    private readonly receiving: ReceiveReferral,
    private readonly amending: AmendReferral,
    private readonly referrals: FindReferrals,
    private readonly showing: ShowReferral,
  ) {}

  @Post()
  @Access({ ...acts.receive, allow: senders, subjects: 'family', answers: receiving.Receipt })
  @Idempotent()
  @Returns(receiving.Receipt, {
    status: 201,
    summary: {
      en: 'Refer a family to a programme, together with its parents',
      da: 'Indstil en familie til en indsats sammen med forældrene',
    },
    description: 'Received.',
    example: receiving.receiptExample,
  })
  @Returns(receiving.Receipt, {
    description:
      'Received before: the same submission under the same sender reference is the same referral. Nothing in it says what became of the referral since.',
    example: receiving.receiptExample,
  })
  async receive(
    @CurrentActor() actor: Actor,
    @Body(receiving.ReceiveReferral) body: receiving.ReceiveReferral,
    @Res({ passthrough: true }) reply: Answering,
  ): Promise<receiving.Receipt> {
    const { receipt, isNew } = await this.receiving.run(actor, body);
    void reply.code(isNew ? 201 : 200).header('location', `/referral/v1/referrals/${receipt.id}`);
    return receipt;
  }

  @Command('amend')
  @Access({ ...acts.amend, allow: senders, subjects: 'family', answers: receiving.Receipt })
  @Returns(receiving.Receipt, {
    summary: { en: 'Amend a referral before it is answered', da: 'Ret en indstilling, før den er besvaret' },
    description: 'What the sender wrote, in a new version.',
    example: { ...receiving.receiptExample, version: 2 },
  })
  amend(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(receiving.AmendReferral) body: receiving.AmendReferral,
  ): Promise<receiving.Receipt> {
    return this.amending.run(actor, id, version, body);
  }

  @Get()
  @Access({ ...acts.list, allow: caseOrLead, subjects: 'family' })
  @Returns(dto.ReferralPage, {
    summary: { en: 'List referrals', da: 'Vis indstillinger' },
    description:
      "The referrals that one's unit triages or has sent; all of them for whoever leads. Of each, what came of it, where that is shown; by `state`, those only of which it is.",
    example: { items: [summaryExample], next: null, total: 1 },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query(dto.ReferralQuery) query: dto.ReferralQuery,
  ): Promise<Page<dto.ReferralSummary>> {
    return this.referrals.page(actor, query);
  }

  @Get(':id')
  @Access({ ...acts.read, allow: caseOrLead, subjects: 'family' })
  @Returns(dto.ReferralView, {
    summary: { en: 'Read a referral', da: 'Læs en indstilling' },
    description:
      "A referral with its history, and what each rule of the programme's target group says; without what `withheld` names.",
    example: referralExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ReferralView> {
    return this.showing.whole(actor, id);
  }

  @Get(':id/outcome')
  @Access({ ...acts.outcome, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.OutcomeView, {
    summary: { en: 'Read what came of a referral', da: 'Læs, hvad der blev af en indstilling' },
    description: "What came of a referral that one's own unit sent: for the sender it rests on a basis of its own.",
    example: outcomeExample,
  })
  outcome(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.OutcomeView> {
    return this.showing.outcome(actor, id);
  }
}
