import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { FindOwn } from '../own/find-own.js';
import { caseWorkers, citizens } from '../who.js';
import * as dto from './child-views.dto.js';
import { CloseChildView } from './close-child-view.js';
import { FindChildViews } from './find-child-views.js';
import { OpenChildView } from './open-child-view.js';
import { RecordChildView } from './record-child-view.js';
import { ownChildViews } from './own-child-views.js';

@Controller('v1')
export class ChildViewsController {
  constructor(
    private readonly recordView: RecordChildView,
    private readonly openView: OpenChildView,
    private readonly closeView: CloseChildView,
    private readonly views: FindChildViews,
    private readonly own: FindOwn,
  ) {}

  @Get('families/:id/child-views')
  @Access({ ...acts.listChildViews, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.ChildViewPage, {
    summary: { en: 'List what a family’s children said', da: 'Vis, hvad en families børn har sagt' },
    description: 'The children’s views, oldest record first; of each what the bases allow.',
    example: dto.childViewPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.ChildViewQuery) query: dto.ChildViewQuery,
  ): Promise<Page<dto.ChildViewView>> {
    return this.views.ofFamily(actor, id, query);
  }

  @Get('persons/:id/child-views')
  @Access({ ...acts.listOwnChildViews, allow: citizens, subjects: 'person' })
  @Returns(dto.OwnChildViewPage, {
    summary: {
      en: 'Read what one said as a child, or what a child in one’s custody said and is open to its parents',
      da: 'Læs, hvad man selv har sagt som barn, eller hvad et barn, man har forældremyndigheden over, har sagt, og som er åbent for forældrene',
    },
    description: 'The views, oldest record first. Of a child those alone that are open to parents.',
    example: dto.ownChildViewPageExample,
  })
  ofPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.ChildViewQuery) query: dto.ChildViewQuery,
  ): Promise<Page<dto.OwnChildView>> {
    return this.own.ofPerson(ownChildViews, actor, id, query);
  }

  @Post('child-views')
  @Idempotent()
  @Access({ ...acts.recordChildView, allow: caseWorkers, subjects: 'family', answers: dto.ChildViewReceipt })
  @Returns(dto.ChildViewReceipt, {
    status: 201,
    summary: {
      en: 'Record what a child said, in its own words',
      da: 'Notér, hvad et barn har sagt, med barnets egne ord',
    },
    description: 'Where it was noted. It is not open to the parents.',
    example: dto.receiptExample,
  })
  record(
    @CurrentActor() actor: Actor,
    @Body(dto.RecordChildView) told: dto.RecordChildView,
  ): Promise<dto.ChildViewReceipt> {
    return this.recordView.run(actor, told);
  }

  @Command('open', 'child-views/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.openChildView, allow: caseWorkers, subjects: 'family', answers: dto.ChildViewReceipt })
  @Returns(dto.ChildViewReceipt, {
    summary: {
      en: 'Open a child’s view to its parents: the child agreed, or an authority decides it',
      da: 'Åbn barnets syn for forældrene: barnet er enig, eller en myndighed afgør det',
    },
    description: 'Open. Asked again, the answer is the same.',
    example: { ...dto.receiptExample, version: 2 },
  })
  open(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.OpenChildView) wish: dto.OpenChildView,
  ): Promise<dto.ChildViewReceipt> {
    return this.openView.run(actor, id, wish);
  }

  @Command('close', 'child-views/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.closeChildView, allow: caseWorkers, subjects: 'family', answers: dto.ChildViewReceipt })
  @Returns(dto.ChildViewReceipt, {
    summary: {
      en: 'Close a child’s view to its parents: the child takes its word back, or an authority its decision',
      da: 'Luk barnets syn for forældrene: barnet trækker sit ja tilbage, eller myndigheden sin afgørelse',
    },
    description: 'Closed, from this answer on. Asked again, or of one that was not open, the answer is the same.',
    example: { ...dto.receiptExample, version: 3 },
  })
  close(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.ChildViewReceipt> {
    return this.closeView.run(actor, id);
  }
}
