import { Module } from '@nestjs/common';
import { BasesController } from './bases/bases.controller.js';
import { FindBases } from './bases/find-bases.js';
import { RecordBasis } from './bases/record-basis.js';
import { WhenPersonsMatched } from './families/when-persons-matched.js';
import { LookUpsModule } from './look-ups/look-ups.module.js';
import { WhenFamilyPlanTold } from './snapshot/when-family-plan-told.js';

@Module({
  imports: [LookUpsModule],
  controllers: [BasesController, WhenPersonsMatched, WhenFamilyPlanTold],
  providers: [RecordBasis, FindBases],
})
export class ConsentModule {}
