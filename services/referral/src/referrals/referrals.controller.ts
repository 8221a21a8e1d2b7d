import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post, Res } from '@nestjs/common';
import type { Answering } from '../answering.js';
import { AmendReferral } from './amend-referral.js';
import { FindReferrals } from './find-referrals.js';
import { whoMayLook } from './reach.js';
import { ReceiveReferral } from './receive-referral.js';
import * as receiving from './receive-referral.dto.js';
import * as dto from './referrals.dto.js';
import { outcomeExample, referralExample, summaryExample } from './referrals.examples.js';
import { ShowReferral } from './show-referral.js';

const whoMayRefer = [
  { kind: 'person', functions: 'any', unit: 'own' },
  { kind: 'system', functions: ['referrer'], unit: 'own' },
] as const;
const ownUnit = [{ kind: 'person', functions: 'any', unit: 'own' }] as const;

@Controller('v1/referrals')
export class ReferralsController {
  constructor(
    private readonly receiving: ReceiveReferral,
    private readonly amending: AmendReferral,
    private readonly referrals: FindReferrals,
    private readonly showing: ShowReferral,
  ) {}

  @Post()
  @Access({ act: 'referral.receive', allow: whoMayRefer, subjects: 'family' })
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
      'Received before: the same submission under the same sender reference is the same referral. A system hears what it heard at first, with state and version as at receipt; a person hears how the referral stands today.',
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
  @Access({ act: 'referral.amend', allow: whoMayRefer, subjects: 'family' })
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
  @Access({ act: 'referral.list', allow: whoMayLook, subjects: 'family' })
  @Returns(dto.ReferralPage, {
    summary: { en: 'List referrals', da: 'Vis indstillinger' },
    description: "The municipality's referrals for those who triage, one's own unit's for others.",
    example: { items: [summaryExample], next: null, total: 1 },
  })
  list(
    @CurrentActor() actor: Actor,
    @Query(dto.ReferralQuery) query: dto.ReferralQuery,
  ): Promise<Page<dto.ReferralSummary>> {
    return this.referrals.page(actor, query);
  }

  @Get(':id')
  @Access({ act: 'referral.read', allow: whoMayLook, subjects: 'family', categories: ['referral'] })
  @Returns(dto.ReferralView, {
    summary: { en: 'Read a referral', da: 'Læs en indstilling' },
    description: "A referral with its history, and what each rule of the programme's target group says.",
    example: referralExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ReferralView> {
    return this.showing.whole(actor, id);
  }

  @Get(':id/outcome')
  @Access({ act: 'referral.outcome', allow: ownUnit, subjects: 'family' })
  @Returns(dto.OutcomeView, {
    summary: { en: 'Read what came of a referral', da: 'Læs, hvad der blev af en indstilling' },
    description: "What came of a referral that one's own unit sent.",
    example: outcomeExample,
  })
  outcome(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.OutcomeView> {
    return this.showing.outcome(actor, id);
  }
}
