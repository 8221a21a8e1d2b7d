import {
  EveryLookIsDecided,
  WhenBarringTold,
  WhenBasisTold,
  WhenCitizenLinked,
  WhenCustodyTold,
  WhenRelationTold,
  WhenUnitTold,
} from '@helhed/access';
import { Module } from '@nestjs/common';
import { WhenAnyEvent } from './facts/when-any-event.js';
import { FiguresController } from './figures/figures.controller.js';
import { FindFigureRows } from './figures/find-figure-rows.js';
import { FindFigures } from './figures/find-figures.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { ReadModelsController } from './read-models/read-models.controller.js';
import { RebuildReadModels } from './read-models/rebuild-read-models.js';
import { RebuildTimer } from './read-models/rebuild-timer.js';
import { FindReleases } from './releases/find-releases.js';
import { MakeRelease } from './releases/make-release.js';
import { ReleasesController } from './releases/releases.controller.js';

@Module({
  controllers: [
    FiguresController,
    ReleasesController,
    ReadModelsController,
    WhenAnyEvent,
    WhenProgrammePublished,
    WhenBarringTold,
    WhenBasisTold,
    WhenCitizenLinked,
    WhenCustodyTold,
    WhenRelationTold,
    WhenUnitTold,
  ],
  providers: [
    FindFigures,
    FindFigureRows,
    MakeRelease,
    FindReleases,
    RebuildReadModels,
    RebuildTimer,
    EveryLookIsDecided,
  ],
})
export class ReportingModule {}
