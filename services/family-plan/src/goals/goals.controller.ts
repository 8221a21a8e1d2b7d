import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, Query, Returns, ReturnsMoved, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { AcceptGoal } from './accept-goal.js';
import { FindGoals } from './find-goals.js';
import * as dto from './goals.dto.js';
import { LeaveGoal } from './leave-goal.js';
import { SetGoal } from './set-goal.js';

@Controller('v1')
export class GoalsController {
  constructor(
    private readonly setGoal: SetGoal,
    private readonly acceptGoal: AcceptGoal,
    private readonly leaveGoal: LeaveGoal,
    private readonly goals: FindGoals,
  ) {}

  @Post('goals')
  @Idempotent()
  @Access({ ...acts.setGoal, allow: caseWorkers, subjects: 'family', answers: dto.GoalReceipt })
  @Returns(dto.GoalReceipt, {
    status: 201,
    summary: {
      en: 'Offer a work point to the parents as a goal, or note a goal that the family says itself',
      da: 'Tilbyd forældrene et arbejdspunkt som mål, eller notér et mål, som familien selv siger',
    },
    description: 'Where it was noted. Of a work point that is offered already: that goal.',
    example: dto.receiptExample,
  })
  set(@CurrentActor() actor: Actor, @Body(dto.SetGoal) wish: dto.SetGoal): Promise<dto.GoalReceipt> {
    return this.setGoal.run(actor, wish);
  }

  @Command('accept', 'goals/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.acceptGoal, allow: caseWorkers, subjects: 'family', answers: dto.GoalReceipt })
  @Returns(dto.GoalReceipt, {
    summary: {
      en: 'Note that somebody of the family accepts a goal, in that person’s own words',
      da: 'Notér, at en i familien tager imod et mål, med vedkommendes egne ord',
    },
    description:
      'Noted; once everybody of the family who holds custody of the child has accepted, it is a goal. Asked again, the answer is the same.',
    example: dto.receiptExample,
  })
  accept(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.AcceptGoal) told: dto.AcceptGoal,
  ): Promise<dto.GoalReceipt> {
    return this.acceptGoal.run(actor, id, told);
  }

  @Command('leave', 'goals/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.leaveGoal, allow: caseWorkers, subjects: 'family', answers: dto.GoalReceipt })
  @Returns(dto.GoalReceipt, {
    summary: { en: 'Note that the family leaves a goal', da: 'Notér, at familien lader et mål ligge' },
    description: 'Left. Asked again, the answer is the same.',
    example: dto.receiptExample,
  })
  leave(@CurrentActor() actor: Actor, @Id() id: string): Promise<dto.GoalReceipt> {
    return this.leaveGoal.run(actor, id);
  }

  @Get('families/:id/goals')
  @Access({ ...acts.listGoals, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Returns(dto.GoalPage, {
    summary: {
      en: 'List a family’s goals, offered, agreed and left',
      da: 'Vis en families mål: tilbudte, aftalte og dem, den lod ligge',
    },
    description: 'The goals, oldest first, with the family’s own words; of each what the bases allow.',
    example: dto.goalPageExample,
  })
  ofFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.GoalQuery) query: dto.GoalQuery,
  ): Promise<Page<dto.GoalView>> {
    return this.goals.ofFamily(actor, id, query);
  }
}
