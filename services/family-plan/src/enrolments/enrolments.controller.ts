import { Access, CurrentActor, type Actor } from '@helhed/access';
import { headsClaim, type HeadsClaim } from '@helhed/contracts';
import { Id, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { readers } from '../readers.js';
import {
  EnrolmentPage,
  enrolmentPageExample,
  EnrolmentQuery,
  FamilyEnrolmentQuery,
  headsExample,
  HeadsQuery,
  type EnrolmentView,
} from './enrolments.dto.js';
import { FindEnrolments } from './find-enrolments.js';
import { FindHeads } from './find-heads.js';

@Controller('v1')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: FindEnrolments,
    private readonly heads: FindHeads,
  ) {}

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

  @Get('enrolments/:id/heads')
  @Access({
    act: 'enrolment.heads',
    allow: [{ kind: 'service', services: ['scheduling'] }],
    subjects: 'family',
    categories: ['age'],
  })
  @Returns(headsClaim, {
    summary: 'Claim check of family-plan.enrolled, for scheduling',
    description: "How many of the family's members are in each band of age.",
    example: headsExample,
  })
  @ApiResponse({
    status: 410,
    description: 'What was held on the family has been erased.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  headsOf(@CurrentActor() actor: Actor, @Id() id: string, @Query(HeadsQuery) query: HeadsQuery): Promise<HeadsClaim> {
    return this.heads.run(actor, id, query);
  }
}
