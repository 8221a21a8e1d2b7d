import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, instant } from '../fields.js';
import { basisEnd, basisKind, basisLayer, coverState } from './basis-kinds.js';

/**
 * What consent computed of whose consent is needed, whoever holds custody and how old the child is: for each person the
 * basis names, half-open periods without a gap from the first on; the last has no end. The first is how it is today, and a
 * day is named only when it is near (docs/access.md, A-BAS-12), since it may follow from a birth date.
 */
const coverage = z
  .array(z.strictObject({ personId: id, state: coverState, from: date, to: date.nullable() }))
  .min(1)
  .describe(
    'Half-open periods: how it is, and what is near; what is further off is told when it comes near. / Perioder; den sidste dag er ikke med: som det er, og hvad der er nær. Resten fortælles, når det nærmer sig.',
  );

/** The municipality's count of access taken away. */
const epoch = z.number().int().nonnegative();

export const BasisRecorded = defineEvent({
  context: 'consent',
  name: 'basis-recorded',
  version: 1,
  description: { da: 'En hjemmel er registreret.', en: 'A legal basis was recorded.' },
  data: {
    basisId: id,
    familyId: id,
    programme: code,
    kind: basisKind,
    layer: basisLayer,
    purpose: code,
    categories: z.array(code).min(1),
    fromUnit: code,
    toUnit: code,
    persons: z.array(id).min(1),
    meeting: id.nullable().describe('Of a single exchange. / Mødet, som en enkeltstående udveksling er til.'),
    validFrom: date,
    validTo: date.nullable(),
    coverage,
    epoch,
  },
});

export const BasisChanged = defineEvent({
  context: 'consent',
  name: 'basis-changed',
  version: 1,
  description: {
    da: 'En hjemmel er trukket tilbage, ophævet eller brugt, eller den dækker nogle andre end før, eller gør det snart.',
    en: 'A legal basis was withdrawn, ended or used up, or covers others than before, or soon will.',
  },
  data: {
    basisId: id,
    familyId: id,
    ended: basisEnd.nullable(),
    endedAt: instant.nullable(),
    validTo: date.nullable(),
    coverage,
    epoch,
    raised: z
      .boolean()
      .describe(
        'Whether this event raised the epoch; each number of the epoch is raised by one event. / Om hændelsen hævede tallet.',
      ),
  },
});
