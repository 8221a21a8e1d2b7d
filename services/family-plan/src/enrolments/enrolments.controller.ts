import { Access, CurrentActor, type Actor } from '@helhed/access';
import { headsClaim, type HeadsClaim } from '@helhed/contracts';
import { Id, Query, Returns, ReturnsGone, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseOrLead, caseWorkers } from '../who.js';
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
  @Access({ ...acts.listEnrolments, allow: caseOrLead, subjects: 'family' })
  @Returns(EnrolmentPage, {
    summary: { en: 'List enrolments', da: 'Vis indskrivninger' },
    description: 'Enrolments, oldest first.',
    example: enrolmentPageExample,
  })
  page(@CurrentActor() actor: Actor, @Query(EnrolmentQuery) query: EnrolmentQuery): Promise<Page<EnrolmentView>> {
    return this.enrolments.page(actor, query);
  }

  @Get('families/:id/enrolments')
  @Access({ ...acts.listEnrolmentsOf, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(EnrolmentPage, {
    summary: { en: "List a family's enrolments", da: 'Vis en families indskrivninger' },
    description: 'What the family is enrolled in.',
    example: enrolmentPageExample,
  })
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
    allow: [{ kind: 'service', services: ['scheduling', 'reporting'] }],
    subjects: 'family',
    categories: ['age'],
  })
  @Returns(headsClaim, {
    summary: { en: "Count a family's members by age", da: 'Tæl en families medlemmer efter alder' },
    description:
      "How many of the family's members are in each band of age: the claim check of family-plan.enrolled, for scheduling and reporting.",
    example: headsExample,
  })
  @ReturnsGone('What was held on the family has been erased.')
  headsOf(@CurrentActor() actor: Actor, @Id() id: string, @Query(HeadsQuery) query: HeadsQuery): Promise<HeadsClaim> {
    return this.heads.run(actor, id, query);
  }
}
