import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Database } from '@helhed/database';
import { ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Headers, Query } from '@nestjs/common';
import { askingAs } from '../ask-service.js';
import { askReleases } from './ask-releases.js';
import { AskReporting } from './ask-reporting.js';
import { findProgrammes } from './find-programmes.js';
import { releasesPage } from './releases-page.js';

const readers: readonly Allowed[] = [{ kind: 'person', functions: ['report-reader', 'programme-lead'] }];

/** What was given out of a programme's years, with charts, for politicians: reporting says it (A-REP-05). */
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly database: Database,
    private readonly reporting: AskReporting,
  ) {}

  @Get()
  @Access({ act: 'releases.read', allow: readers, subjects: 'none' })
  @WebPage()
  async page(
    @CurrentActor() actor: Actor,
    @Query() query: Readonly<Record<string, unknown>>,
    @Headers('authorization') bearer: string | undefined,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const { programmes } = await findProgrammes(this.database, actor);
    const named = query['programme'];
    const programme = named === undefined ? programmes[0] : programmes.find(({ code }) => code === named);
    if (!programme) return releasesPage(view, actor, { programmes });
    const releases = await askReleases(this.reporting, askingAs(actor, view, bearer), programme.code);
    const release = releases?.find(({ year }) => String(year) === query['year']) ?? releases?.[0];
    return releasesPage(view, actor, { programmes, programme, releases, release });
  }
}
