import type { Actor } from '@helhed/access';
import type { FigureCode } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { DomainError, newId } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { figures } from '../figures/figures.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { cohortFigures, type Cohort } from './cohort.js';
import { countCohort } from './count-cohort.js';
import { Release } from './release.js';
import { toReleaseView, type MakeRelease as Wish, type ReleasedFigure, type ReleaseView } from './releases.dto.js';

@Injectable()
export class MakeRelease {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `release-known`, `release-too-early` */
  async run({ municipality }: Actor, wish: Wish): Promise<ReleaseView> {
    const { id } = await this.database.createOnce(municipality, async (tx) => ({ id: await release(tx, wish) }));
    return this.database.inTransaction(municipality, async ({ manager }) =>
      toReleaseView(await manager.findOneByOrFail(Release, { municipality, id })),
    );
  }
}

async function release(tx: Tx, { programme, year }: Wish): Promise<string> {
  const { manager, municipality } = tx;
  Release.requireSettled(year, tx.today);
  const { version: programmeVersion, definition } = await getProgramme(tx, programme);
  const cohort = await countCohort(tx, programme, year);
  const made = {
    municipality,
    id: newId(),
    programme,
    year,
    programmeVersion,
    releasedOn: tx.today,
    figures: definition.figures.flatMap((code) => released(code, cohort)),
  };
  const inserted = manager.createQueryBuilder().insert().into(Release).values(made).orIgnore().returning('id');
  const { raw } = await inserted.execute();
  if ((raw as unknown[]).length === 0) throw releaseKnown();
  tx.log({ kind: 'command', act: 'releases.make', subjects: [] });
  return made.id;
}

function released(code: FigureCode, cohort: Cohort): ReleasedFigure[] {
  const figure = cohortFigures[code];
  if (!figure) return [];
  const { version: definitionVersion, name = figures[code].name, definition, unit } = figure;
  return [{ code, name, definition, definitionVersion, unit, range: figure.released(cohort) }];
}

const releaseKnown = () =>
  new DomainError('conflict', 'release-known', {
    da: 'Årets tal er givet ud én gang, og ændres ikke.',
    en: "The year's figures have been released once, and do not change.",
  });
