import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, Query, ReturnsMoved, type Language } from '@helhed/web';
import { Controller, Get, Header, Headers } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../who.js';
import { htmlOfPlan, policyOfPlan } from './html-of-plan.js';
import { pdfOfPlan } from './pdf-of-plan.js';
import { blocksOf } from './plan-blocks.js';
import { planTexts } from './plan-texts.js';
import { PrintPlan } from './print-plan.js';
import { PrintQuery } from './printed-plan.dto.js';
import { ReturnsDocument } from './returns-document.js';

const description = 'What may be seen of the plan today, and of that what is for the recipient. It is kept nowhere.';

@Controller('v1/families')
export class PrintedPlanController {
  constructor(private readonly plans: PrintPlan) {}

  @Get(':id/printed-plan')
  @Access({ ...acts.printPlan, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @Header('content-security-policy', policyOfPlan)
  @ReturnsDocument({
    type: 'text/html',
    summary: { en: 'Print a family’s plan for one of the family', da: 'Udskriv en families plan til en i familien' },
    description,
  })
  async page(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(PrintQuery) { recipient, lang }: PrintQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<string> {
    const language = lang ?? spoken(accepted);
    const blocks = blocksOf(await this.plans.run(actor, id, recipient), language);
    return htmlOfPlan(blocks, planTexts.title[language], language);
  }

  @Get(':id/printed-plan.pdf')
  @Access({ ...acts.printPlan, allow: caseWorkers, subjects: 'family' })
  @ReturnsMoved('The family was merged into another.')
  @ReturnsDocument({
    type: 'application/pdf',
    summary: { en: 'Print a family’s plan as PDF', da: 'Udskriv en families plan som PDF' },
    description,
  })
  async pdf(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(PrintQuery) { recipient, lang }: PrintQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<Buffer> {
    const language = lang ?? spoken(accepted);
    const blocks = blocksOf(await this.plans.run(actor, id, recipient), language);
    return pdfOfPlan(blocks, planTexts.title[language], language);
  }
}

/** Danish, unless English is named before it. */
function spoken(accepted = ''): Language {
  const [da, en] = [accepted.search(/\bda\b/i), accepted.search(/\ben\b/i)];
  return en !== -1 && (da === -1 || en < da) ? 'en' : 'da';
}
