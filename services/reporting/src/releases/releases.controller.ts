import { Access, CurrentActor, type Actor, type Allowed } from '@helhed/access';
import { Body, Id, Idempotent, Query, Returns } from '@helhed/web';
import { Controller, Get, Post } from '@nestjs/common';
import { leads } from '../figures/leads.js';
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
      "The figures of a year that is over, each as a range of five numbers (waiting times as a week), so that no small number can be reckoned from it or from other years'. A year is released once and never again.",
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
  @Returns(dto.ReleaseView, {
    summary: { en: "Show a year's released figures", da: 'Vis et års udgivne tal' },
    description: 'As they were released.',
    example: dto.releaseExample,
  })
  get(@CurrentActor() actor: Actor, @Id() id: string) {
    return this.findReleases.get(actor, id);
  }
}
