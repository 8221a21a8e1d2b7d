import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Database } from '@helhed/database';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { askingAs } from '../ask-service.js';
import { askFigures, FigureQuestion } from './ask-figures.js';
import { AskReporting } from './ask-reporting.js';
import { figuresPage } from './figures-page.js';
import { findProgrammes } from './find-programmes.js';

const readers: readonly Allowed[] = [{ kind: 'person', functions: ['programme-lead'] }];

/** The year's figures with charts: reporting decides and counts (A-REP-01), and notes the look. */
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly database: Database,
    private readonly reporting: AskReporting,
  ) {}

  @Get()
  @Access({ act: 'figures.read', allow: readers, subjects: 'none' })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const { programmes, today } = await findProgrammes(this.database, actor);
    const year = { programme: programmes[0]?.code ?? '', from: `${today.slice(0, 4)}-01-01`, to: today };
    const { data: asked } = FigureQuestion.safeParse(query);
    if (!asked) return figuresPage(view, actor, programmes, { ...year, ...datesIn(query) });
    const figures = await askFigures(this.reporting, askingAs(actor, view, bearer), asked);
    return figuresPage(view, actor, programmes, asked, { asked, figures });
  }
}

/** What was asked for and could not be, so that it need not be filled in again. */
const datesIn = (query: Readonly<Record<string, unknown>>): Partial<FigureQuestion> =>
  Object.fromEntries(
    ['programme', 'from', 'to'].flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])),
  );
