import { Access, CurrentActor, type Actor } from '@helhed/access';
import { DomainError } from '@helhed/kernel';
import { Id, ShownTo, WebPage, type PageView } from '@helhed/web';
import { Controller, Get, Query } from '@nestjs/common';
import { acts } from '../../bases/acts.js';
import { FindBases } from '../../bases/find-bases.js';
import { FindLookUps } from '../../look-ups/find-look-ups.js';
import { acts as ofOrientations } from '../../orientations/acts.js';
import { FindOrientations } from '../../orientations/find-orientations.js';
import { UnitNames } from '../../units/unit-names.js';
import { AskHoldings } from './ask-holdings.js';
import { AskReaders } from './ask-readers.js';
import { basesPage } from './bases-page.js';
import { FindOwnPersons } from './find-own-persons.js';
import { FindGrounds } from './find-grounds.js';
import { heldPage } from './held-page.js';
import { myPage } from './my-page.js';
import { readersPage } from './readers-page.js';
import { seenPage } from './seen-page.js';

const citizen = {
  allow: [{ kind: 'citizen' }],
  subjects: 'person',
  relations: ['own', 'custody'],
  sections: [],
} as const;
const onPage = 20;
/** Of the answers to parents, which have no pages of their own here: parents ask seldom. */
const newest = 50;

/** What a citizen sees of the own data, and of the children's in custody: each page is the look of its route of the API. */
@Controller('my')
export class MyController {
  constructor(
    private readonly own: FindOwnPersons,
    private readonly holdings: AskHoldings,
    private readonly readers: AskReaders,
    private readonly grounds: FindGrounds,
    private readonly lookUps: FindLookUps,
    private readonly bases: FindBases,
    private readonly orientations: FindOrientations,
    private readonly units: UnitNames,
  ) {}

  @Get()
  @Access({ act: 'me.read', ...citizen })
  @WebPage()
  async start(@CurrentActor() actor: Actor, @ShownTo() view: PageView): Promise<string> {
    return myPage(view, await this.own.all(actor));
  }

  @Get(':id/held')
  @Access({ act: 'holdings.read', ...citizen })
  @WebPage()
  async held(@CurrentActor() actor: Actor, @Id() id: string, @ShownTo() view: PageView): Promise<string> {
    const about = await this.own.one(actor, id);
    const held = await this.holdings.run(view.accessToken, id);
    // whom the page is about and could be about is consent's to show, and in the log by its own part alone
    if (!held.some(({ service, holdings }) => service === 'consent' && holdings)) throw unavailable();
    return heldPage(view, about, held, await this.units.of(actor));
  }

  @Get(':id/readers')
  @Access({ ...acts.ownList, ...citizen, sections: ['basis.entry', 'basis.evidence'] })
  @WebPage()
  async seers(@CurrentActor() actor: Actor, @Id() id: string, @ShownTo() view: PageView): Promise<string> {
    const about = await this.own.one(actor, id);
    const grounds = await this.grounds.run(actor, id);
    return readersPage(
      view,
      about,
      { ...(await this.readers.run(view.accessToken, id)), ...grounds },
      await this.units.of(actor),
    );
  }

  @Get(':id/seen')
  @Access({ act: 'look-up.own-list', ...citizen, categories: ['look-up-log'] })
  @WebPage()
  async seen(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query('cursor') cursor: unknown,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const about = await this.own.one(actor, id);
    return seenPage(view, about, await this.lookUps.own(actor, id, after(cursor)), await this.units.of(actor));
  }

  @Get(':id/bases')
  @Access({ ...acts.ownList, ...citizen, sections: [...acts.ownList.sections, ...ofOrientations.ownList.sections] })
  @WebPage()
  async listed(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query('cursor') cursor: unknown,
    @ShownTo() view: PageView,
  ): Promise<string> {
    const about = await this.own.one(actor, id);
    const bases = await this.bases.ofPerson(actor, id, after(cursor));
    const isFirst = cursor === undefined;
    const orientations = isFirst ? await this.orientations.newestOfPerson(actor, id, newest) : undefined;
    return basesPage(view, about, { bases, orientations }, actor.person, await this.units.of(actor));
  }
}

const after = (cursor: unknown) => (typeof cursor === 'string' ? { limit: onPage, cursor } : { limit: onPage });

const unavailable = (): DomainError =>
  new DomainError('unavailable', 'owner-unavailable', {
    da: 'Det kan ikke vises lige nu.',
    en: 'It cannot be shown right now.',
  });
