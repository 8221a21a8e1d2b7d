import type { Text } from '@helhed/kernel';

const types: Record<string, Text> = {
  string: { da: 'tekst', en: 'text' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  boolean: { da: 'true eller false', en: 'true or false' },
  array: { da: 'en liste', en: 'a list' },
  object: { da: 'et objekt', en: 'an object' },
  record: { da: 'et objekt', en: 'an object' },
};

const formats: Record<string, Text> = {
  uuid: { da: 'et id (UUID)', en: 'an id (UUID)' },
  date: { da: 'en dato, ÅÅÅÅ-MM-DD', en: 'a date, YYYY-MM-DD' },
  datetime: { da: 'et tidspunkt i UTC, ISO 8601', en: 'an instant in UTC, ISO 8601' },
  time: { da: 'et klokkeslæt, TT:MM', en: 'a time of day, HH:MM' },
  url: { da: 'en adresse (URL)', en: 'an address (URL)' },
  email: { da: 'en e-mailadresse', en: 'an e-mail address' },
};

const unit = (origin: string): Text => {
  if (origin === 'string') return { da: ' tegn', en: ' characters' };
  if (origin === 'array' || origin === 'set') return { da: ' elementer', en: ' items' };
  if (origin === 'object') return { da: ' felter', en: ' fields' };
  return { da: '', en: '' };
};

/** What the rules say, in Danish and English. Only the schema's own words and limits are used, never the value. */
export const ruleTexts = {
  required: { da: 'Feltet mangler.', en: 'The field is missing.' },
  headerRequired: { da: 'Headeren mangler.', en: 'The header is missing.' },
  etag: { da: 'Headeren skal være ét ETag i anførselstegn.', en: 'The header must be one ETag in quotes.' },
  unknown: { da: 'Feltet kendes ikke.', en: 'The field is not known.' },
  shape: { da: 'Feltet har ikke den rette form.', en: 'The field does not have the right shape.' },
  type: (expected: string): Text => {
    const type = types[expected] ?? { da: 'af en anden type', en: 'of another type' };
    return { da: `Feltet skal være ${type.da}.`, en: `The field must be ${type.en}.` };
  },
  format: (format: string): Text => {
    const known = formats[format];
    if (!known)
      return { da: 'Feltet følger ikke det krævede mønster.', en: 'The field does not follow the required pattern.' };
    return { da: `Feltet skal være ${known.da}.`, en: `The field must be ${known.en}.` };
  },
  tooSmall: (origin: string, least: number | bigint): Text => ({
    da: `Mindst ${least}${unit(origin).da}.`,
    en: `At least ${least}${unit(origin).en}.`,
  }),
  tooBig: (origin: string, most: number | bigint): Text => ({
    da: `Højst ${most}${unit(origin).da}.`,
    en: `At most ${most}${unit(origin).en}.`,
  }),
  oneOf: (values: readonly string[]): Text => ({
    da: `Feltet skal være en af: ${values.join(', ')}.`,
    en: `The field must be one of: ${values.join(', ')}.`,
  }),
};
