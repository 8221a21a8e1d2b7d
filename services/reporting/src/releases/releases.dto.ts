import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { tableQuery } from '../figures/table.js';
import type { Release } from './release.js';

const text = z.strictObject({ da: z.string(), en: z.string() });
const year = z.int().min(2000).max(2999);

const range = z
  .strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })
  .nullable()
  .describe('The number is one of these, both ends included. null: too few families for a waiting time.');

export const ReleasedFigure = z.strictObject({
  code,
  name: text,
  definition: text,
  definitionVersion: z.int().positive(),
  unit: code,
  range,
});
export type ReleasedFigure = z.infer<typeof ReleasedFigure>;

export const MakeRelease = z
  .strictObject({
    programme: code,
    year: year.describe('In which the families were referred; the next year is over too.'),
  })
  .meta({ id: 'MakeRelease', examples: [{ programme: 'nyborg-familiestue', year: 2024 }] });
export type MakeRelease = z.infer<typeof MakeRelease>;

export const ReleaseQuery = pageQuery({ programme: code.optional() });
export type ReleaseQuery = z.infer<typeof ReleaseQuery>;

export const TableQuery = z.strictObject(tableQuery);
export type TableQuery = z.infer<typeof TableQuery>;

export const ReleaseView = z.strictObject({
  id,
  programme: code,
  year,
  programmeVersion: z.int().positive(),
  releasedOn: date,
  figures: z.array(ReleasedFigure),
});
export type ReleaseView = z.infer<typeof ReleaseView>;
export const ReleasePage = pageOf(ReleaseView);

export const toReleaseView = ({
  id: releaseId,
  programme,
  year: of,
  programmeVersion,
  releasedOn,
  figures,
}: Release): ReleaseView => ({
  id: releaseId,
  programme,
  year: of,
  programmeVersion,
  releasedOn,
  figures: [...figures],
});

export const releaseExample: ReleaseView = {
  id: '0198a1b2-0000-7000-8000-000000000031',
  programme: 'nyborg-familiestue',
  year: 2024,
  programmeVersion: 1,
  releasedOn: '2026-01-15',
  figures: [
    {
      code: 'referred',
      name: { da: 'Indstillet', en: 'Referred' },
      definition: {
        da: 'Familier indstillet i året, hver talt én gang.',
        en: 'Families referred in the year, each counted once.',
      },
      definitionVersion: 1,
      unit: 'families',
      range: { from: 20, to: 24 },
    },
  ],
};
