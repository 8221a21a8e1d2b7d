import { Access, CurrentActor, Looks, type Actor } from '@helhed/access';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Query } from '@nestjs/common';
import { acts } from '../../decisions/acts.js';
import { EvaluateAccess } from '../../decisions/evaluate-access.js';
import { decisionPage } from './decision-page.js';
import { questionOf, questions } from './questions.js';

/** Somebody's own question: may I see this, and why not. The answer is the decision API's. */
@Controller('decision')
export class DecisionController {
  constructor(
    private readonly access: EvaluateAccess,
    private readonly looks: Looks,
  ) {}

  @Get()
  @Access({ ...acts.evaluate, allow: [{ kind: 'person', functions: 'any' }], subjects: 'family' })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const question = questionOf(query);
    // the page without a question is a look at nothing, and noted as one
    if (!question)
      return this.looks.at(actor, acts.evaluate, async (look) => {
        look.settledBy('nothing');
        return decisionPage(view, actor);
      });
    const { act, id } = question;
    const answer = await this.access.one(actor, {
      subject: { type: 'person', id: actor.sub },
      resource: { type: questions[act].of, id },
      action: { name: act },
    });
    return decisionPage(view, actor, { question, answer });
  }
}
