import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Database } from '@helhed/database';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { UnitNames } from '../../units/unit-names.js';
import { askingAs } from '../ask-service.js';
import { askFigures, askTable, FigureQuestion } from './ask-figures.js';
import { AskReporting } from './ask-reporting.js';
import { figuresPage } from './figures-page.js';
import { findProgrammes } from './find-programmes.js';

const readers: readonly Allowed[] = [{ kind: 'person', functions: ['programme-lead'] }];

/** The year's figures with charts, or as a file: reporting decides and counts (A-REP-01), and notes the look. */
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly database: Database,
    private readonly reporting: AskReporting,
    private readonly units: UnitNames,
  ) {}

  @Get()
  @Access({ act: 'figures.read', allow: readers, subjects: 'none' })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
    @Res() reply: FastifyReply,
  ) {
    const { programmes, today } = await findProgrammes(this.database, actor);
    const year = { programme: programmes[0]?.code ?? '', from: `${today.slice(0, 4)}-01-01`, to: today };
    const { data: asked } = FigureQuestion.safeParse(query);
    const atUnit = (await this.units.of(actor))(actor.unit ?? '');
    const place = { programmes, atUnit };
    if (!asked) return reply.send(figuresPage(view, actor, place, { ...year, ...datesIn(query) }));
    const asking = askingAs(actor, view, bearer);
    // as a spreadsheet in the page's language expects it
    const separator = view.language === 'da' ? 'semicolon' : 'comma';
    const table = query['format'] === 'csv' ? await askTable(this.reporting, asking, asked, separator) : undefined;
    if (table !== undefined) return giveTable(reply, asked, table);
    const figures = await askFigures(this.reporting, asking, asked);
    return reply.send(figuresPage(view, actor, place, asked, { asked, figures }));
  }
}

/** To be kept as a file, named as reporting names it. */
const giveTable = (reply: FastifyReply, { programme, from, to }: FigureQuestion, table: string) =>
  reply
    .header('content-disposition', `attachment; filename="figures-${programme}-${from}-${to}.csv"`)
    .header('content-type', 'text/csv; charset=utf-8')
    .send(table);

/** What was asked for and could not be, so that it need not be filled in again. */
const datesIn = (query: Readonly<Record<string, unknown>>): Partial<FigureQuestion> =>
  Object.fromEntries(
    ['programme', 'from', 'to'].flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])),
  );
