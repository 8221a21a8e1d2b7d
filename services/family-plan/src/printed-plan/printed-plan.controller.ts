import { Access, CurrentActor, type Actor } from '@helhed/access';
import {
  htmlOfPaper,
  Id,
  pdfOfPaper,
  Query,
  ReturnsMoved,
  ReturnsPaper,
  SpokenLanguage,
  type Language,
  type Paper,
} from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { blocksOf } from './plan-blocks.js';
import { planTexts } from './plan-texts.js';
import { PrintPlan } from './print-plan.js';
import { PrintQuery } from './printed-plan.dto.js';

const name = 'plan';
const description = 'What may be seen of the plan today, and of that what is for the recipient. It is kept nowhere.';

@Controller('v1/families')
export class PrintedPlanController {
  constructor(private readonly plans: PrintPlan) {}

  @Get(':id/printed-plan')
  @Access({ ...acts.printPlan, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @ReturnsPaper({
    paper: 'printed-plan',
    type: 'text/html',
    name,
    summary: { en: 'Print a family’s plan for one of the family', da: 'Udskriv en families plan til en i familien' },
    description,
  })
  async page(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(PrintQuery) query: PrintQuery,
    @SpokenLanguage() spoken: Language,
  ): Promise<string> {
    return htmlOfPaper(await this.#paper(actor, id, query, spoken));
  }

  @Get(':id/printed-plan.pdf')
  @Access({ ...acts.printPlan, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @ReturnsPaper({
    paper: 'printed-plan',
    type: 'application/pdf',
    name,
    summary: { en: 'Print a family’s plan as PDF', da: 'Udskriv en families plan som PDF' },
    description,
  })
  async pdf(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(PrintQuery) query: PrintQuery,
    @SpokenLanguage() spoken: Language,
  ): Promise<Buffer> {
    return pdfOfPaper(await this.#paper(actor, id, query, spoken));
  }

  async #paper(actor: Actor, id: string, { recipient, lang }: PrintQuery, spoken: Language): Promise<Paper> {
    const language = lang ?? spoken;
    const blocks = blocksOf(await this.plans.run(actor, id, recipient), language);
    return { blocks, title: planTexts.title[language], language };
  }
}
