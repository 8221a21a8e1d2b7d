import { Looks, type Actor, type Look } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { askedParts, settledYear, type PartsTold } from './asked-parts.js';
import { count, type Counts } from './counts.js';
import { figures } from './figures.js';
import { toFigureView, type FiguresView, type FigureView } from './figures.dto.js';
import type { Period } from './selected-rows.js';

@Injectable()
export class FindFigures {
  constructor(private readonly looks: Looks) {}

  /** The figures that the programme's definition lists, in its order: of the rows that the actor may have counted. */
  async get(actor: Actor, { programme, from, to }: Period): Promise<FiguresView> {
    return this.looks.at(actor, acts.figures, async (look) => {
      const { version: programmeVersion, definition } = await getProgramme(look.tx, programme);
      const period = { programme, from, to };
      const mayTell = settledYear(period, look.tx.today) !== undefined;
      const counts = await count(look, period, mayTell);
      const views: FigureView[] = [];
      for (const code of definition.figures)
        views.push(toFigureView(code, counts, definition, await told(look, code, period, counts)));
      return { programme, from, to, programmeVersion, figures: views };
    });
  }
}

async function told(look: Look, code: FigureCode, period: Period, counts: Counts): Promise<PartsTold | undefined> {
  const { asked } = figures[code];
  return asked && askedParts(look, code, asked, period, counts.families(code));
}
