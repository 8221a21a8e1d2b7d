import { code, date, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import type { Release } from './release.js';

const text = z.strictObject({ da: z.string(), en: z.string() });
const year = z.int().min(2000).max(2999);

const range = z
  .strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })
  .nullable()
  .describe(
    'The number is one of these, both ends included; null: withheld, since small numbers could be reckoned from it.',
  );

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
  .strictObject({ programme: code, year: year.describe('A calendar year that is over.') })
  .meta({ id: 'MakeRelease', examples: [{ programme: 'nyborg-familiestue', year: 2026 }] });
export type MakeRelease = z.infer<typeof MakeRelease>;

export const ReleaseQuery = pageQuery({ programme: code.optional() });
export type ReleaseQuery = z.infer<typeof ReleaseQuery>;

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
  year: 2026,
  programmeVersion: 1,
  releasedOn: '2027-02-01',
  figures: [
    {
      code: 'referred',
      name: { da: 'Indstillet', en: 'Referred' },
      definition: {
        da: 'Indstillinger modtaget i perioden, uanset hvad der siden skete med dem.',
        en: 'Referrals received in the period, whatever happened to them since.',
      },
      definitionVersion: 1,
      unit: 'referrals',
      range: { from: 20, to: 24 },
    },
  ],
};
