import { Module } from '@nestjs/common';
import { BasesController } from './bases/bases.controller.js';
import { FindBases } from './bases/find-bases.js';
import { RecordBasis } from './bases/record-basis.js';
import { WhenPersonsMatched } from './families/when-persons-matched.js';

@Module({
  controllers: [BasesController, WhenPersonsMatched],
  providers: [RecordBasis, FindBases],
})
export class ConsentModule {}
