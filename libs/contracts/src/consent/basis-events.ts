import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code, date, id, instant } from '../fields.js';

export const basisKind = z.enum(['consent', 'statute', 'single-exchange', 'vital-interest']);
export const basisLayer = z.enum(['processing', 'disclosure']);

export const BasisRecorded = defineEvent({
  context: 'consent',
  name: 'basis-recorded',
  version: 1,
  description: { da: 'En hjemmel er registreret.', en: 'A legal basis was recorded.' },
  data: {
    basisId: id,
    familyId: id,
    kind: basisKind,
    layer: basisLayer,
    purpose: code,
    categories: z.array(code).min(1),
    fromUnit: code,
    toUnit: code,
    persons: z.array(id).min(1),
    validFrom: date,
    validTo: date.nullable(),
    epoch: z.number().int().nonnegative(),
  },
});

export const BasisWithdrawn = defineEvent({
  context: 'consent',
  name: 'basis-withdrawn',
  version: 1,
  description: { da: 'Et samtykke er trukket tilbage.', en: 'A consent was withdrawn.' },
  data: { basisId: id, familyId: id, epoch: z.number().int().positive(), withdrawnAt: instant },
});
