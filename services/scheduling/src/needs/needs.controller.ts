import { Access, CurrentActor, type Act, type Actor } from '@helhed/access';
import { Body, Command, Id, Idempotent, IfMatch, Query, Returns, type Page } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { acts } from '../acts.js';
import { calendarKeepers } from '../reach.js';
import { ArrangeNeed } from './arrange-need.js';
import { CallOffNeed } from './call-off-need.js';
import { ChangeNeed } from './change-need.js';
import { FindNeeds } from './find-needs.js';
import { NameNeed } from './name-need.js';
import * as dto from './needs.dto.js';
import { WithdrawNeed } from './withdraw-need.js';

const at = (act: Act) => Access({ ...act, allow: calendarKeepers, subjects: 'family', answers: dto.NeedReceipt });
const changed = { ...dto.receiptExample, version: 2 };

@Controller('v1/needs')
export class NeedsController {
  constructor(
    private readonly nameNeed: NameNeed,
    private readonly changeNeed: ChangeNeed,
    private readonly arrangeNeed: ArrangeNeed,
    private readonly withdrawNeed: WithdrawNeed,
    private readonly callOffNeed: CallOffNeed,
    private readonly needs: FindNeeds,
  ) {}

  @Post()
  @Idempotent()
  @at(acts.nameNeed)
  @Returns(dto.NeedReceipt, {
    status: 201,
    summary: {
      en: 'Name what a session, conversation or booking needs: a meal, an interpreter, child-minding',
      da: 'Nævn, hvad en gang, samtale eller booking behøver: forplejning, tolk, børnepasning',
    },
    description:
      'Where it was named. A meal, and child-minding without a family, is for all who come to a session; at a family’s conversation each need is its own. A 422 `resource-unknown` where the family does not come to it; a 409 `need-withheld`, whether or not it was named, where the list would not show the family’s needs.',
    example: dto.receiptExample,
  })
  name(@CurrentActor() actor: Actor, @Body(dto.NameNeed) wish: dto.NameNeed): Promise<dto.NeedReceipt> {
    return this.nameNeed.run(actor, wish);
  }

  @Get()
  @Access({ ...acts.listNeeds, allow: calendarKeepers, subjects: 'family' })
  @Returns(dto.NeedPage, {
    summary: {
      en: 'List what appointments need, to order and to call off from',
      da: 'Vis, hvad aftaler behøver, til at bestille og afbestille efter',
    },
    description:
      'First appointment first: of groups within reach, and of families what the bases allow. What is withheld is not in it.',
    example: { items: [dto.needExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.NeedQuery) asked: dto.NeedQuery): Promise<Page<dto.NeedView>> {
    return this.needs.page(actor, asked);
  }

  @Command('change')
  @at(acts.changeNeed)
  @Returns(dto.NeedReceipt, {
    summary: { en: 'Change what is wanted', da: 'Ret, hvad der ønskes' },
    description:
      'Changed. A 409 `need-arranged` once it is arranged: then it is withdrawn, and the new one named. At each of these commands a 409 `need-withheld`, however it stands, where the list would not show it.',
    example: changed,
  })
  change(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.ChangeNeed) wish: dto.ChangeNeed,
  ): Promise<dto.NeedReceipt> {
    return this.changeNeed.run(actor, id, version, wish);
  }

  @Command('arrange')
  @at(acts.arrangeNeed)
  @Returns(dto.NeedReceipt, {
    summary: { en: 'Note that it is arranged', da: 'Notér, at det er ordnet' },
    description:
      'Arranged, by whom and under which reference; of a session that was moved, anew under the same. A 412 where somebody else arranged it meanwhile.',
    example: changed,
  })
  arrange(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body(dto.ArrangeNeed) wish: dto.ArrangeNeed,
  ): Promise<dto.NeedReceipt> {
    return this.arrangeNeed.run(actor, id, version, wish);
  }

  @Command('withdraw')
  @at(acts.withdrawNeed)
  @Returns(dto.NeedReceipt, {
    summary: { en: 'Withdraw a need', da: 'Træk et behov tilbage' },
    description: 'Withdrawn: not needed, or to be called off where it was arranged.',
    example: changed,
  })
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.NeedReceipt> {
    return this.withdrawNeed.run(actor, id, version);
  }

  @Command('call-off')
  @at(acts.callOffNeed)
  @Returns(dto.NeedReceipt, {
    summary: { en: 'Note that what was arranged is called off', da: 'Notér, at det ordnede er afbestilt' },
    description:
      'Called off: of a session that was moved, to be arranged with others; else not needed. Also afterwards.',
    example: changed,
  })
  callOff(@CurrentActor() actor: Actor, @Id() id: string, @IfMatch() version: number): Promise<dto.NeedReceipt> {
    return this.callOffNeed.run(actor, id, version);
  }
}
