import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { leads } from '../figures/leads.js';
import { Answer, ReturnsOrTable, type Answering } from '../figures/table.js';
import { toCsv } from './csv.js';
import { FindReleases } from './find-releases.js';
import { MakeRelease } from './make-release.js';
import * as dto from './releases.dto.js';

const readers: readonly Allowed[] = [{ kind: 'person', functions: ['report-reader', 'programme-lead'] }];
const reading = { act: 'releases.read', allow: readers, subjects: 'none' } as const;

@Controller('v1/releases')
export class ReleasesController {
  constructor(
    private readonly makeRelease: MakeRelease,
    private readonly findReleases: FindReleases,
  ) {}

  @Post()
  @Idempotent()
  @Access({ act: 'releases.make', allow: leads, subjects: 'none' })
  @Returns(dto.ReleaseView, {
    status: 201,
    description:
      'What became of the families referred in a year, once the next year is over too: each number as a range of five (waiting times as a week), so that no small number can be reckoned from it. A year is released once and never again.',
    summary: { en: "Release a year's figures", da: 'Giv et års tal ud' },
    example: dto.releaseExample,
  })
  make(@CurrentActor() actor: Actor, @Body(dto.MakeRelease) wish: dto.MakeRelease) {
    return this.makeRelease.run(actor, wish);
  }

  @Get()
  @Access(reading)
  @Returns(dto.ReleasePage, {
    summary: { en: 'List released figures', da: 'Vis udgivne tal' },
    description: 'What was released of each year, the newest first.',
    example: { items: [dto.releaseExample], next: null, total: 1 },
  })
  list(@CurrentActor() actor: Actor, @Query(dto.ReleaseQuery) query: dto.ReleaseQuery) {
    return this.findReleases.page(actor, query);
  }

  @Get(':id')
  @Access(reading)
  @ReturnsOrTable(dto.ReleaseView, {
    summary: { en: "Show a year's released figures", da: 'Vis et års udgivne tal' },
    description: 'As they were released, with what each was called and meant then. JSON or CSV.',
    example: dto.releaseExample,
    table: toCsv(dto.releaseExample),
  })
  async get(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query(dto.TableQuery) query: dto.TableQuery,
    @Answer() answer: Answering,
  ) {
    const found = await this.findReleases.get(actor, id);
    return answer.give(found, query, `releases-${found.programme}-${found.year}`, toCsv);
  }
}
