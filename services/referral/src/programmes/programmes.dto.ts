import { code, date, type ProgrammeDefinition } from '@helhed/contracts';
import { municipalityName } from '@helhed/kernel';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { definitionExample } from './definition-example.js';
import type { Programme } from './programme.js';

export const PublishProgramme = z
  .strictObject({
    definition: z.record(z.string(), z.unknown()).describe('See docs/guides/programme-definition.md for its fields.'),
    unit: code
      .optional()
      .describe(
        'The unit that the programme belongs to. It is the one that a person acts in; an operator names it, and may hand a programme to another.',
      ),
  })
  .meta({ id: 'PublishProgramme', examples: [{ definition: definitionExample }] });
export type PublishProgramme = z.infer<typeof PublishProgramme>;

const text = z.strictObject({ da: z.string(), en: z.string() });
const summary = {
  code,
  version: z.int().positive().describe('A referral stays with the version that it came in under.'),
  validFrom: date.describe('The first day on which the version is in force.'),
  name: text,
  description: text,
  selfReferral: z.boolean().describe('Whether families may come by themselves.'),
  families: z
    .strictObject({ min: z.int(), max: z.int(), per: z.enum(['group', 'programme']) })
    .nullable()
    .describe('How many families a group has, or the programme aims at; null where no number is fixed.'),
  kle: z
    .strictObject({ number: z.string(), facet: z.string() })
    .nullable()
    .describe('What casework systems journal it under: a subject of KLE, and what is done about it.'),
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
    municipality: z
      .strictObject({ code: z.string(), name: z.string().nullable() })
      .describe('The name is null for a code that is none of the 98 municipalities.'),
    definition: z.record(z.string(), z.unknown()).describe('As published: docs/guides/programme-definition.md.'),
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
}: Pick<Programme, 'code' | 'version' | 'validFrom' | 'definition' | 'publishedAt'>): ProgrammeSummary {
  return { code: programme, version, validFrom, ...toEntry(definition), publishedAt: publishedAt.toISOString() };
}

/** What a definition puts into the catalogue. */
export function toEntry({ name, description, selfReferral, group, targetBand, kle }: ProgrammeDefinition) {
  const ofGroup = group && { ...group.families, per: 'group' as const };
  const ofProgramme = targetBand && { ...targetBand, per: 'programme' as const };
  return { name, description, selfReferral, families: ofGroup ?? ofProgramme ?? null, kle: kle ?? null };
}

export const toProgrammeView = (programme: Programme, versions: readonly Programme[]): ProgrammeView => ({
  ...toProgrammeSummary(programme),
  versions: versions.map(({ version, validFrom }) => ({ version, validFrom })),
  municipality: { code: programme.municipality, name: municipalityName(programme.municipality) ?? null },
  definition: programme.definition,
});

export const programmeExample: ProgrammeView = {
  code: definitionExample.code,
  version: definitionExample.version,
  validFrom: definitionExample.validFrom,
  ...toEntry(definitionExample),
  publishedAt: '2026-01-05T08:00:00.000Z',
  versions: [{ version: 1, validFrom: '2026-01-01' }],
  municipality: { code: '0450', name: 'Nyborg' },
  definition: definitionExample,
};
