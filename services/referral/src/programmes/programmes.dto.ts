import { code, date } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { definitionExample } from './definition-example.js';
import type { Programme } from './programme.js';

export const PublishProgramme = z
  .strictObject({
    definition: z.record(z.string(), z.unknown()).describe('See docs/guides/programme-definition.md for its fields.'),
  })
  .meta({ id: 'PublishProgramme', examples: [{ definition: definitionExample }] });
export type PublishProgramme = z.infer<typeof PublishProgramme>;

const text = z.strictObject({ da: z.string(), en: z.string() });
const summary = {
  code,
  version: z.int().positive(),
  validFrom: date,
  name: text,
  description: text,
  publishedAt: z.iso.datetime(),
};

export const ProgrammeSummary = z.strictObject(summary).meta({ id: 'ProgrammeSummary' });
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>;

export const ProgrammeView = z
  .strictObject({
    ...summary,
    versions: z
      .array(z.strictObject({ version: z.int().positive(), validFrom: date }))
      .describe('All that were published.'),
    definition: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Programme' });
export type ProgrammeView = z.infer<typeof ProgrammeView>;

export const ProgrammePage = pageOf(ProgrammeSummary);
export const ProgrammeListQuery = pageQuery({});
export type ProgrammeListQuery = z.infer<typeof ProgrammeListQuery>;
export const ProgrammeQuery = z.strictObject({
  version: z.coerce.number().int().positive().max(1_000_000).optional().describe('The version in force when absent.'),
});
export type ProgrammeQuery = z.infer<typeof ProgrammeQuery>;

export function toProgrammeSummary({
  code: programme,
  version,
  validFrom,
  definition,
  publishedAt,
}: Programme): ProgrammeSummary {
  const { name, description } = definition;
  return { code: programme, version, validFrom, name, description, publishedAt: publishedAt.toISOString() };
}

export const toProgrammeView = (programme: Programme, versions: readonly Programme[]): ProgrammeView => ({
  ...toProgrammeSummary(programme),
  versions: versions.map(({ version, validFrom }) => ({ version, validFrom })),
  definition: programme.definition,
});

export const programmeExample: ProgrammeView = {
  code: definitionExample.code,
  version: definitionExample.version,
  validFrom: definitionExample.validFrom,
  name: definitionExample.name,
  description: definitionExample.description,
  publishedAt: '2026-01-05T08:00:00.000Z',
  versions: [{ version: 1, validFrom: '2026-01-01' }],
  definition: definitionExample,
};
