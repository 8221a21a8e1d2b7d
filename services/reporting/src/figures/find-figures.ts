import { Looks, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { count } from './counts.js';
import { toFigureView, type FiguresView } from './figures.dto.js';
import type { Period } from './selected-rows.js';

@Injectable()
export class FindFigures {
  constructor(private readonly looks: Looks) {}

  /** The figures that the programme's definition lists, in its order: of the rows that the actor may have counted. */
  async get(actor: Actor, { programme, from, to }: Period): Promise<FiguresView> {
    return this.looks.at(actor, acts.figures, async (look) => {
      const { version: programmeVersion, definition } = await getProgramme(look.tx, programme);
      const counts = await count(look, { programme, from, to });
      const figures = definition.figures.map((code) => toFigureView(code, counts, definition));
      return { programme, from, to, programmeVersion, figures };
    });
  }
}
