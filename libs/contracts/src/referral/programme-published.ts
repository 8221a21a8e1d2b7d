import { z } from 'zod';
import { defineEvent } from '../event-contract.js';
import { code } from '../fields.js';

export const ProgrammePublished = defineEvent({
  context: 'referral',
  name: 'programme-published',
  version: 1,
  orderKey: 'programme',
  description: {
    da: 'En version af en programdefinition er offentliggjort; den rejser hel.',
    en: 'A version of a programme definition was published; it travels whole.',
  },
  data: { programme: code, version: z.number().int().positive(), definition: z.record(z.string(), z.unknown()) },
});
