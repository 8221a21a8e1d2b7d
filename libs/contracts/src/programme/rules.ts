import type { Text } from '@helhed/kernel';

/**
 * What can be wrong with a definition; `{value}` is the code, field or number in question. The rules of shape have the
 * names that every request's errors have.
 */
export const definitionRules = {
  required: { da: 'Feltet mangler: {value}', en: 'The field is missing: {value}' },
  unknown: { da: 'Feltet kendes ikke: {value}', en: 'No such field: {value}' },
  type: { da: 'Her skal stå: {value}', en: 'Expected here: {value}' },
  'holds-cpr': { da: 'Her står et CPR-nummer.', en: 'A CPR number stands here.' },
  'not-one-of': { da: 'Skal være en af: {value}', en: 'Must be one of: {value}' },
  'too-small': { da: 'For lidt eller kort: {value}', en: 'Too little or short: {value}' },
  'too-big': { da: 'For meget eller langt: {value}', en: 'Too much or long: {value}' },
  format: { da: 'Skal skrives som: {value}', en: 'Must be written like: {value}' },
  'duplicate-code': { da: 'Står to gange: {value}', en: 'Stands twice: {value}' },
  'derived-fact': {
    da: 'Beregnes af familien og kan ikke erklæres: {value}',
    en: 'Computed from the family, not declared: {value}',
  },
  'unknown-fact': {
    da: 'Oplysningen er ikke erklæret under facts: {value}',
    en: 'The fact is not declared under facts: {value}',
  },
  'unused-fact': { da: 'Ingen regel bruger oplysningen: {value}', en: 'No rule uses the fact: {value}' },
  'operator-mismatch': {
    da: 'Operatoren passer ikke til oplysningens type: {value}',
    en: 'The operator does not fit the type of the fact: {value}',
  },
  'unknown-value': { da: 'Ikke blandt oplysningens værdier: {value}', en: "Not among the fact's values: {value}" },
  'count-impossible': {
    da: 'Oplysningen har kun så mange værdier: {value}',
    en: 'The fact has only so many values: {value}',
  },
  'range-reversed': {
    da: 'Det mindste er større end det største: {value}',
    en: 'The lowest is above the highest: {value}',
  },
  'past-midnight': {
    da: 'Slutter efter midnat ved seneste start: {value}',
    en: 'Ends after midnight when it begins latest: {value}',
  },
  'no-such-session': { da: 'Der er kun så mange gange: {value}', en: 'There are only so many sessions: {value}' },
  'not-ascending': { da: 'Skal komme efter den forrige: {value}', en: 'Must come after the one before: {value}' },
  'validity-gap': { da: 'Ingen periode dækker fra {value}', en: 'No period covers from {value}' },
  'category-outside-purpose': {
    da: 'Kategorien hører ikke til formålet: {value}',
    en: 'The category is outside the purpose: {value}',
  },
  'relation-outside-purpose': {
    da: 'Tilknytningen har et andet formål: {value}',
    en: 'The relation has another purpose: {value}',
  },
  'period-empty': {
    da: 'Perioden slutter, før den begynder: {value}',
    en: 'The period ends before it begins: {value}',
  },
  'group-or-band': { da: 'Vælg enten group eller targetBand', en: 'Choose either group or targetBand' },
  'figure-needs-group': { da: 'Tallet forudsætter grupper: {value}', en: 'The figure needs groups: {value}' },
  'figure-needs-attendance': {
    da: 'Tallet forudsætter group.attendance: {value}',
    en: 'The figure needs group.attendance: {value}',
  },
  'figure-needs-bands': {
    da: 'Tallet forudsætter group.ageBands: {value}',
    en: 'The figure needs group.ageBands: {value}',
  },
  'only-closing': {
    da: 'Kun en kode, der afslutter (close), tæller som noget: {value}',
    en: 'Only a code that closes counts as anything: {value}',
  },
  'step-without-reason': { da: 'Ingen kode kan bruges til: {value}', en: 'No code may be used to: {value}' },
  'figure-needs-reason': {
    da: 'Tallet forudsætter en kode med countsAs: {value}',
    en: 'The figure needs a code with countsAs: {value}',
  },
  'figure-needs-conversations': {
    da: 'Tallet forudsætter conversations: {value}',
    en: 'The figure needs conversations: {value}',
  },
} as const satisfies Record<string, Text>;
export type DefinitionRule = keyof typeof definitionRules;

export function ruleText(rule: DefinitionRule, value: string): Text {
  const { da, en } = definitionRules[rule];
  // A function, since a `$` in the value would otherwise be read as a replacement pattern.
  return { da: da.replace('{value}', () => value), en: en.replace('{value}', () => value) };
}
