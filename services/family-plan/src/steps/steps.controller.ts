import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, Returns } from '@helhed/web';
import { Controller } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { AddAction } from './add-action.js';
import { AddOption } from './add-option.js';
import { MoveAction } from './move-action.js';
import * as dto from './steps.dto.js';

@Controller('v1')
export class StepsController {
  constructor(
    private readonly addingOption: AddOption,
    private readonly addingAction: AddAction,
    private readonly movingAction: MoveAction,
  ) {}

  @Command('add-option', 'goals/:id(^[0-9a-f-]{36})')
  @Idempotent()
  @Access({ ...acts.addOption, allow: caseWorkers, subjects: 'family', answers: dto.StepReceipt })
  @Returns(dto.StepReceipt, {
    summary: {
      en: 'Note what the family could do towards a goal: an option, no task',
      da: 'Notér, hvad familien kan gøre for et mål: en handlemulighed, ikke en opgave',
    },
    description: 'Noted with the goal, which is one that was agreed to.',
    example: dto.receiptExample,
  })
  addOption(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.AddOption) wish: dto.AddOption,
  ): Promise<dto.StepReceipt> {
    return this.addingOption.run(actor, id, wish);
  }

  @Command('add-action', 'goals/:id(^[0-9a-f-]{36})')
  @Idempotent()
  @Access({ ...acts.addAction, allow: caseWorkers, subjects: 'family', answers: dto.StepReceipt })
  @Returns(dto.StepReceipt, {
    summary: {
      en: 'Plan what somebody does towards a goal, and by when',
      da: 'Planlæg, hvad en gør for et mål, og hvornår',
    },
    description: 'Planned with the goal, which is one that was agreed to.',
    example: dto.receiptExample,
  })
  addAction(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.AddAction) wish: dto.AddAction,
  ): Promise<dto.StepReceipt> {
    return this.addingAction.run(actor, id, wish);
  }

  @Command('move-action', 'goals/:id(^[0-9a-f-]{36})')
  @Access({ ...acts.moveAction, allow: caseWorkers, subjects: 'family', answers: dto.StepReceipt })
  @Returns(dto.StepReceipt, {
    summary: {
      en: 'Note that an action of a goal is done, dropped, or to be done after all',
      da: 'Notér, at en handling er gjort, opgivet eller alligevel skal gøres',
    },
    description: 'So it stands. Asked again, the answer is the same.',
    example: dto.receiptExample,
  })
  moveAction(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body(dto.MoveAction) wish: dto.MoveAction,
  ): Promise<dto.StepReceipt> {
    return this.movingAction.run(actor, id, wish);
  }
}
