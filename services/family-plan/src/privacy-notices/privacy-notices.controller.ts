import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Idempotent, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { FindPrivacyNotices } from './find-privacy-notices.js';
import * as dto from './privacy-notices.dto.js';
import { RecordPrivacyNotice } from './record-privacy-notice.js';

@Controller('v1/privacy-notices')
export class PrivacyNoticesController {
  constructor(
    private readonly recordOne: RecordPrivacyNotice,
    private readonly notices: FindPrivacyNotices,
  ) {}

  @Post()
  @Idempotent()
  @Access({ ...acts.recordPrivacyNotice, allow: caseWorkers, subjects: 'family', answers: dto.PrivacyNoticeReceipt })
  @Returns(dto.PrivacyNoticeReceipt, {
    status: 201,
    summary: {
      en: 'Record that a person was informed of what is held on it, or why not',
      da: 'Notér, at en person er oplyst om, hvad der står om den, eller hvorfor ikke',
    },
    description: 'Where it was noted. What is noted later stands beside it, and counts.',
    example: dto.receiptExample,
  })
  record(
    @CurrentActor() actor: Actor,
    @Body(dto.RecordPrivacyNotice) told: dto.RecordPrivacyNotice,
  ): Promise<dto.PrivacyNoticeReceipt> {
    return this.recordOne.run(actor, told);
  }

  @Get()
  @Access({ ...acts.listPrivacyNotices, allow: caseWorkers, subjects: 'family' })
  @Returns(dto.PrivacyNoticePage, {
    summary: {
      en: 'List who was informed of what is held on them, and who is still to be',
      da: 'Vis, hvem der er oplyst om, hvad der står om dem, og hvem der mangler at blive det',
    },
    description: 'Each member of the families that one works with, in each programme that the family was referred to.',
    example: dto.privacyNoticePageExample,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query(dto.PrivacyNoticeQuery) query: dto.PrivacyNoticeQuery,
  ): Promise<Page<dto.PrivacyNoticeView>> {
    return this.notices.page(actor, query);
  }
}
