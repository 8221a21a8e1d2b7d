import { Access, CurrentActor, type Actor } from '@helhed/access';
import {
  htmlOfPaper,
  Id,
  pdfOfPaper,
  Query,
  ReturnsPaper,
  SpokenLanguage,
  type Language,
  type Paper,
} from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { acts } from '../acts.js';
import { caseWorkers } from '../readers.js';
import { blocksOf } from './letter-blocks.js';
import { letterExample } from './letter-example.js';
import { letterTexts } from './letter-texts.js';
import { LetterQuery } from './letters.dto.js';
import { PrintLetter } from './print-letter.js';

const name = 'letter';
const description =
  "What came of a referral that one's own unit sent, as far as it may be seen today, as a letter. It is kept nowhere.";

/** The sender's answer on paper (*svarbrev*, or *afgørelse* where the programme says so). */
@Controller('v1/referrals')
export class LettersController {
  constructor(private readonly letters: PrintLetter) {}

  @Get(':id/letter')
  @Access({ ...acts.letter, allow: caseWorkers, subjects: 'family' })
  @ReturnsPaper({
    paper: 'letter',
    type: 'text/html',
    name,
    summary: { en: 'Print the answer to a referral', da: 'Udskriv svaret på en indstilling' },
    description,
    example: letterExample,
  })
  async page(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(LetterQuery) { lang }: LetterQuery,
    @SpokenLanguage() spoken: Language,
  ): Promise<string> {
    return htmlOfPaper(await this.#paper(actor, id, lang ?? spoken));
  }

  @Get(':id/letter.pdf')
  @Access({ ...acts.letter, allow: caseWorkers, subjects: 'family' })
  @ReturnsPaper({
    paper: 'letter',
    type: 'application/pdf',
    name,
    summary: { en: 'Print the answer to a referral as PDF', da: 'Udskriv svaret på en indstilling som PDF' },
    description,
  })
  async pdf(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(LetterQuery) { lang }: LetterQuery,
    @SpokenLanguage() spoken: Language,
  ): Promise<Buffer> {
    return pdfOfPaper(await this.#paper(actor, id, lang ?? spoken));
  }

  async #paper(actor: Actor, id: string, language: Language): Promise<Paper> {
    const letter = await this.letters.run(actor, id);
    return { blocks: blocksOf(letter, language), title: letterTexts.window[language], language };
  }
}
