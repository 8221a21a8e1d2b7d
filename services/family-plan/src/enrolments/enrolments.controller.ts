import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { readers } from '../readers.js';
import {
  EnrolmentPage,
  enrolmentPageExample,
  EnrolmentQuery,
  FamilyEnrolmentQuery,
  type EnrolmentView,
} from './enrolments.dto.js';
import { FindEnrolments } from './find-enrolments.js';

@Controller('v1')
export class EnrolmentsController {
  constructor(private readonly enrolments: FindEnrolments) {}

  @Get('enrolments')
  @Access({ act: 'enrolment.list', allow: readers, subjects: 'family' })
  @Returns(EnrolmentPage, { description: 'Enrolments, oldest first.', example: enrolmentPageExample })
  page(@CurrentActor() actor: Actor, @Query(EnrolmentQuery) query: EnrolmentQuery): Promise<Page<EnrolmentView>> {
    return this.enrolments.page(actor, query);
  }

  @Get('families/:id/enrolments')
  @Access({ act: 'enrolment.list', allow: readers, subjects: 'family' })
  @Returns(EnrolmentPage, { description: 'What the family is enrolled in.', example: enrolmentPageExample })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(FamilyEnrolmentQuery) query: FamilyEnrolmentQuery,
  ): Promise<Page<EnrolmentView>> {
    return this.enrolments.ofFamily(actor, id, query);
  }
}
