import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { acts } from '../../bases/acts.js';
import { WithdrawBasis } from '../../bases/withdraw-basis.js';
import { FindPapers } from '../../papers/find-papers.js';
import { ShowReceipt } from '../../receipts/show-receipt.js';
import { UnitNames } from '../../units/unit-names.js';
import { AskDeliveries } from './ask-deliveries.js';
import type { GivenOut } from './given-out-part.js';
import { ownOf } from './own-persons.js';
import { PreviewWithdrawal } from './preview-withdrawal.js';
import { receiptPage } from './receipt-page.js';
import { withdrawPage } from './withdraw-page.js';

const citizen = { allow: [{ kind: 'citizen' }], subjects: 'family', sections: ['basis.entry'] } as const;

/** A citizen's receipts, and taking a consent back in two steps. */
@Controller('my/bases')
export class MyBasesController {
  constructor(
    private readonly receipts: ShowReceipt,
    private readonly previews: PreviewWithdrawal,
    private readonly withdrawing: WithdrawBasis,
    private readonly deliveries: AskDeliveries,
    private readonly papers: FindPapers,
    private readonly units: UnitNames,
  ) {}

  @Get(':id/receipt')
  @Access({ ...acts.receipt, relations: ['own', 'custody'], ...citizen })
  @WebPage()
  async receipt(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query('taken') taken: unknown,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const { receipt, also: own } = await this.receipts.with(actor, id, async (tx, { givers, persons }) => {
      const isTaken = givers.some(({ personId, withdrawn }) => personId === actor.person && withdrawn);
      return isTaken ? ownOf(tx, actor, persons) : undefined;
    });
    if (!own) return receiptPage(view, receipt, undefined);
    const givenOut = await this.#givenOut(actor, view, own);
    return receiptPage(view, receipt, { just: taken !== undefined, givenOut, nameOf: await this.units.of(actor) });
  }

  @Get(':id/withdraw')
  @Access({ ...acts.receipt, relations: ['own'], ...citizen })
  @WebPage()
  async ask(@CurrentActor() actor: Actor, @Id() id: string, @ShownTo() view: PageView): Promise<string> {
    const preview = await this.previews.run(actor, id);
    const givenOut = await this.#givenOut(actor, view, preview.own);
    return withdrawPage(view, preview, givenOut, actor.person, await this.units.of(actor));
  }

  /** The receipt that follows is a page of its own, so that reloading it takes nothing back again. */
  @Post(':id/withdraw')
  @Access({ ...acts.withdraw, relations: ['own'], ...citizen, answers: 'decided' })
  @WebPage()
  async withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Res() reply: FastifyReply) {
    await this.withdrawing.run(actor, id, {});
    return reply.redirect(`/consent/my/bases/${id}/receipt?taken`, 303);
  }

  /** Beside the receipt or the question, looks of their own: whom it is about is decided anew. */
  async #givenOut(actor: Actor, { accessToken }: PageView, own: readonly string[]): Promise<GivenOut> {
    const deliveries = await this.deliveries.run(accessToken, own);
    return { deliveries, papers: own.length > 0 ? await this.papers.ofAll(actor, own) : undefined };
  }
}
