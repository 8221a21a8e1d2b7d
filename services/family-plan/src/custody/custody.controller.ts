import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { End } from '../periods/periods.dto.js';
import { caseWorkers, custodyKeepers } from '../who.js';
import * as dto from './custody.dto.js';
import {
  CustodyTaskPage,
  custodyTaskPageExample,
  CustodyTaskQuery,
  type CustodyTaskView,
} from './custody-tasks.dto.js';
import { EndCustody } from './end-custody.js';
import { FindCustodyTasks } from './find-custody-tasks.js';
import { FindCustody } from './find-custody.js';
import { RecordCustody } from './record-custody.js';

@Controller('v1')
export class CustodyController {
  constructor(
    private readonly recordCustody: RecordCustody,
    private readonly endCustody: EndCustody,
    private readonly custody: FindCustody,
    private readonly tasks: FindCustodyTasks,
  ) {}

  @Get('families/:id/custody')
  @Access({ ...acts.listCustody, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.CustodyPage, {
    summary: {
      en: 'List who holds custody of a family’s children',
      da: 'Vis, hvem der har forældremyndighed over en families børn',
    },
    description:
      'Who holds and held custody of those of the family’s children of whom it is shown; apart from that what a referral told of a child who was known before it, which is no custody until it is recorded.',
    example: dto.custodyPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.CustodyQuery) query: dto.CustodyQuery,
  ): Promise<dto.CustodyPage> {
    return this.custody.ofFamily(actor, id, query);
  }

  @Get('custody-tasks')
  @Access({ ...acts.listCustodyTasks, allow: caseWorkers, subjects: 'family' })
  @Returns(CustodyTaskPage, {
    summary: {
      en: 'List the children whose custody ends before long: parents’ bases and access end with it',
      da: 'Vis de børn, hvis forældremyndighed snart ophører: forældrenes hjemler og adgang ophører med den',
    },
    description: 'The children, the first to end first.',
    example: custodyTaskPageExample,
  })
  tasksOf(
    @CurrentActor() actor: Actor,
    @Query(CustodyTaskQuery) query: CustodyTaskQuery,
  ): Promise<Page<CustodyTaskView>> {
    return this.tasks.page(actor, query);
  }

  @Post('custody')
  @Idempotent()
  @Access({ ...acts.recordCustody, allow: custodyKeepers, subjects: 'family', answers: dto.CustodyReceipt })
  @Returns(dto.CustodyReceipt, {
    status: 201,
    summary: {
      en: 'Record who holds custody of a child, and when',
      da: 'Notér, hvem der har forældremyndigheden over et barn, og hvornår',
    },
    description: 'Where it was noted.',
    example: dto.receiptExample,
  })
  record(@CurrentActor() actor: Actor, @Body(dto.RecordCustody) told: dto.RecordCustody): Promise<dto.CustodyReceipt> {
    return this.recordCustody.run(actor, told);
  }

  @Command('end', 'custody/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.endCustody, allow: custodyKeepers, subjects: 'family', answers: dto.CustodyReceipt })
  @Returns(dto.CustodyReceipt, {
    summary: {
      en: 'End custody on a day, earlier than it was to end',
      da: 'Afslut forældremyndighed på en dag, tidligere end den skulle ende',
    },
    description:
      'Ended. To whoever is not shown who holds custody, the version is 1, also the one asked for, and what ends by then already is answered the same.',
    example: { ...dto.receiptExample, version: 2 },
  })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(End) { on }: End,
  ): Promise<dto.CustodyReceipt> {
    return this.endCustody.run(actor, id, version, on);
  }
}
