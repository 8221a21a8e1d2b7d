import type { Actor } from '@helhed/access';
import { Database } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import { getProgramme } from '../programmes/programme-copy.js';
import { count, type Period } from './counts.js';
import { toFigureView, type FiguresView } from './figures.dto.js';

@Injectable()
export class FindFigures {
  constructor(private readonly database: Database) {}

  /** The figures that the programme's definition lists, in its order. */
  async get({ municipality }: Actor, { programme, from, to }: Period): Promise<FiguresView> {
    return this.database.inTransaction(municipality, async (tx) => {
      const { version: programmeVersion, definition } = await getProgramme(tx, programme);
      const counts = await count(tx, { programme, from, to });
      const figures = definition.figures.map((code) => toFigureView(code, counts));
      return { programme, from, to, programmeVersion, figures };
    });
  }
}
