import type { Actor } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { countAll, type Counts } from '../figures/counts.js';
import { figures } from '../figures/figures.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { daysReleased } from './days.js';
import { keyOf } from './known-bounds.js';
import { protect } from './protect.js';
import type { Range } from './range.js';
import { lastDay, Release } from './release.js';
import { toReleaseView, type MakeRelease as Wish, type ReleasedFigure, type ReleaseView } from './releases.dto.js';

@Injectable()
export class MakeRelease {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `release-known`, `year-not-over` */
  async run({ municipality }: Actor, wish: Wish): Promise<ReleaseView> {
    const { id } = await this.database.createOnce(municipality, async (tx) => ({ id: (await release(tx, wish)).id }));
    return this.database.inTransaction(municipality, async ({ manager }) =>
      toReleaseView(await manager.findOneByOrFail(Release, { municipality, id })),
    );
  }
}

async function release(tx: Tx, { programme, year }: Wish): Promise<Release> {
  const { manager, municipality } = tx;
  // each rests on those before it: one at a time
  await tx.query('SELECT pg_advisory_xact_lock(4502, helhed.tenant()::int)');
  const { version: programmeVersion, definition } = await getProgramme(tx, programme);
  const earlier = await manager.findBy(Release, { municipality, programme });
  if (earlier.some((each) => each.year === year)) throw releaseKnown();
  const counts = await countAll(tx, { programme, from: `${year}-01-01`, to: lastDay(year) });
  const ranges = protect(year, countsOf(definition.figures, counts), {
    years: earlier.map((each) => each.year),
    ranges: new Map(earlier.flatMap(rangesIn)),
  });
  const made = Release.of({
    municipality,
    id: newId(),
    programme,
    year,
    programmeVersion,
    releasedOn: tx.today,
    figures: definition.figures.map((code) => released(code, counts, ranges)),
  });
  await manager.insert(Release, made);
  tx.log({ kind: 'command', act: 'releases.make', subjects: [] });
  return made;
}

const isDays = (code: FigureCode): boolean => figures[code].unit === 'days';

const countsOf = (codes: readonly FigureCode[], counts: Counts): Map<FigureCode, number> =>
  new Map(codes.filter((code) => !isDays(code)).map((code) => [code, counts.total(code)]));

const rangesIn = ({ year, figures: released }: Release): [string, Range][] =>
  released.flatMap(({ code, unit, range }) =>
    range && unit !== 'days' ? [[keyOf({ year, code: code as FigureCode }), range] as [string, Range]] : [],
  );

function released(code: FigureCode, counts: Counts, ranges: ReadonlyMap<FigureCode, Range | null>): ReleasedFigure {
  const { name, definition, version: definitionVersion, unit, value } = figures[code];
  const percent = code === 'waiting-days-p90' ? 90 : 50;
  const range = isDays(code)
    ? daysReleased(value?.(counts) ?? null, percent, ranges.get('places-assigned') ?? null)
    : (ranges.get(code) ?? null);
  return { code, name, definition, definitionVersion, unit, range };
}

const releaseKnown = () =>
  new DomainError('conflict', 'release-known', {
    da: 'Årets tal er givet ud én gang, og ændres ikke.',
    en: "The year's figures have been released once, and do not change.",
  });
