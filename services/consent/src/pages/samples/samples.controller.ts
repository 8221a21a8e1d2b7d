import { Access, CurrentActor, type Actor } from '@helhed/access';
import { Id, ShownTo, validate, WebPage, type PageView } from '@helhed/web';
import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReviewSample } from '../../look-ups/look-ups.dto.js';
import { sampled, Samples } from '../../look-ups/samples.js';
import { inFunction, samplesPage } from './samples-page.js';

const officer = {
  allow: [{ kind: 'person', functions: ['data-protection-officer'] }],
  subjects: 'person',
  categories: ['look-up-log'],
} as const;
const onPage = 20;

/** The looks that were drawn for the data protection officer. */
@Controller('samples')
export class SamplesController {
  constructor(private readonly samples: Samples) {}

  @Get()
  @Access({ ...sampled, ...officer })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const reviewed = query['reviewed'] !== undefined;
    const cursor = typeof query['cursor'] === 'string' ? query['cursor'] : undefined;
    const found = await this.samples.page(actor, { limit: onPage, reviewed, ...(cursor !== undefined && { cursor }) });
    return samplesPage(view, actor, found, reviewed);
  }

  @Post(':id/review')
  @Access({ act: 'look-up.review', ...officer, answers: 'decided' })
  @WebPage()
  async review(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() form: Readonly<Record<string, string>>,
    @Res() reply: FastifyReply,
  ) {
    const { finding, note } = form;
    // a field left empty is sent all the same
    await this.samples.review(actor, id, validate(ReviewSample, { finding, ...(note?.trim() && { note }) }));
    return reply.redirect(inFunction('/consent/samples', actor), 303);
  }
}
