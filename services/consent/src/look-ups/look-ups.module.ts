import { platformConfig, readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { FindPapers } from '../papers/find-papers.js';
import { PapersController } from '../papers/papers.controller.js';
import { UnitsModule } from '../units/units.module.js';
import { DeferLookUp } from './defer-look-up.js';
import { EraseLookUps } from './erase-look-ups.js';
import { FindLookUps } from './find-look-ups.js';
import { FindUnitLookUps } from './find-unit-look-ups.js';
import { HeadsFolder } from './heads-folder.js';
import { LookUpsController } from './look-ups.controller.js';
import { NameEmployeeController } from './name-employee.controller.js';
import { NameEmployee } from './name-employee.js';
import { Samples } from './samples.js';
import { SignHeads } from './sign-heads.js';
import { HeadKeys } from './signed-head.js';
import { VerifyController } from './verify.controller.js';
import { VerifyLookUps } from './verify-look-ups.js';
import { WhenLookedUp } from './when-looked-up.js';

const lookUpsConfig = platformConfig.pick({ DATA_KEYS: true }).extend({
  /** The folder for the register's signed heads; the service is described, but signs none, without it. */
  LOOK_UP_HEADS: z.string().min(1).optional(),
});

const settings = () => readConfig(lookUpsConfig);

/** The register of look-ups, and the papers that it knows of. */
@Module({
  imports: [UnitsModule],
  controllers: [LookUpsController, NameEmployeeController, PapersController, VerifyController, WhenLookedUp],
  providers: [
    DeferLookUp,
    EraseLookUps,
    FindLookUps,
    FindPapers,
    FindUnitLookUps,
    NameEmployee,
    Samples,
    SignHeads,
    VerifyLookUps,
    { provide: HeadKeys, useFactory: () => new HeadKeys(() => settings().DATA_KEYS) },
    { provide: HeadsFolder, useFactory: () => new HeadsFolder(() => settings().LOOK_UP_HEADS) },
  ],
  exports: [FindLookUps, FindPapers, Samples],
})
export class LookUpsModule {}
