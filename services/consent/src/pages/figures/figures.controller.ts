import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Database } from '@helhed/database';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ProgrammeCopy } from '../../programmes/programme-copy.js';
import { AskFigures, FigureQuestion } from './ask-figures.js';
import { figuresPage } from './figures-page.js';

const readers: readonly Allowed[] = [{ kind: 'person', functions: ['programme-lead', 'triager'] }];

/** The year's figures with charts: reporting decides and counts (A-REP-01), and notes the look. */
@Controller('figures')
export class FiguresController {
  constructor(
    private readonly database: Database,
    private readonly figures: AskFigures,
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
    const { programmes, today } = await this.#known(actor);
    const year = { programme: programmes[0]?.code ?? '', from: `${today.slice(0, 4)}-01-01`, to: today };
    const { data: asked } = FigureQuestion.safeParse(query);
    if (!asked) return figuresPage(view, actor, programmes, { ...year, ...datesIn(query) });
    const authorization = bearer ?? `Bearer ${view.accessToken}`;
    const figures = await this.figures.run({ authorization, pair: `${actor.unit}:${actor.function}` }, asked);
    return figuresPage(view, actor, programmes, asked, { asked, figures });
  }

  #known({ municipality }: Actor) {
    return this.database.inTransaction(municipality, async (tx) => {
      const copies = await tx.manager.find(ProgrammeCopy, {
        where: { municipality },
        order: { code: 'ASC', version: 'ASC' },
      });
      const programmes = [...new Map(copies.map(({ code, name }) => [code, { code, name }])).values()];
      return { programmes, today: tx.today };
    });
  }
}

/** What was asked for and could not be, so that it need not be filled in again. */
const datesIn = (query: Readonly<Record<string, unknown>>): Partial<FigureQuestion> =>
  Object.fromEntries(
    ['programme', 'from', 'to'].flatMap((name) => (typeof query[name] === 'string' ? [[name, query[name]]] : [])),
  );
