import { Access, CurrentActor, type Actor } from '@helhed/access';
import { figureCodes, type FigureCode } from '@helhed/contracts';
import { PathCode, Query, Returns } from '@helhed/web';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { acts } from '../acts.js';
import { toCsv } from './csv.js';
import * as examples from './figures.examples.js';
import * as dto from './figures.dto.js';
import { FindFigureRows } from './find-figure-rows.js';
import { FindFigures } from './find-figures.js';
import { leads } from './leads.js';
import { Answer, ReturnsOrTable, type Answering } from './table.js';

@Controller('v1/figures')
export class FiguresController {
  constructor(
    private readonly findFigures: FindFigures,
    private readonly findRows: FindFigureRows,
  ) {}

  @Get()
  @Access({ ...acts.figures, allow: leads, subjects: 'family' })
  @ReturnsOrTable(dto.FiguresView, {
    description:
      "The figures that the programme's definition lists, each with its definition and denominator; both days of the period are included. One’s own, a relative’s and a colleague’s are not counted, nor what the rows do not show. JSON, or CSV with the names and definitions on each line, Danish first.",
    summary: { en: "Count a programme's figures in a period", da: 'Opgør en indsats’ nøgletal i en periode' },
    example: examples.figures,
    table: toCsv(examples.figures),
  })
  async get(@CurrentActor() actor: Actor, @Query(dto.FigureQuery) query: dto.FigureQuery, @Answer() answer: Answering) {
    const found = await this.findFigures.get(actor, query);
    return answer.give(found, query, `figures-${found.programme}-${found.from}-${found.to}`, toCsv);
  }

  @Get('definitions')
  @Access({
    act: 'figures.definitions',
    allow: [
      { kind: 'person', functions: 'any' },
      { kind: 'system', functions: 'any' },
    ],
    subjects: 'none',
  })
  @Returns(dto.Definitions, {
    summary: { en: 'List what the figures mean', da: 'Vis, hvad nøgletallene betyder' },
    description: 'What each figure means and is divided by, in Danish and English.',
    example: examples.definitions,
  })
  definitions() {
    return dto.definitionViews();
  }

  @Get(':code/rows')
  @Access({ ...acts.rows, allow: leads, subjects: 'family' })
  @Returns(dto.RowPage, {
    summary: { en: 'List what a figure counts', da: 'Vis, hvad et nøgletal tæller' },
    description:
      'What the figure counts, row by row, as far as it is shown: one’s own, a relative’s and a colleague’s are not among them, nor in `total`.',
    example: examples.rows,
  })
  rows(
    @CurrentActor() actor: Actor,
    @PathCode('code', z.enum(figureCodes)) code: FigureCode,
    @Query(dto.RowQuery) query: dto.RowQuery,
  ) {
    return this.findRows.page(actor, code, query);
  }
}
