import { lackingFor, type DefinitionShape } from './definition-shape.js';
import { groupInconsistencies } from './group-consistency.js';
import { duplicates, notAscending, type Inconsistency, type Path } from './inconsistency.js';
import { purposeInconsistencies } from './purpose-consistency.js';
import { targetGroupInconsistencies } from './target-group-consistency.js';

type Whole = Omit<DefinitionShape, 'answer' | 'reasons'>;

/** The rules between fields, which the shape alone cannot say. */
export const findInconsistencies = (definition: Whole): Inconsistency[] => [
  ...duplicates(definition.mayRefer.functions, ['mayRefer', 'functions']),
  ...targetGroupInconsistencies(definition),
  ...groupInconsistencies(definition),
  ...periodInconsistencies(definition),
  ...purposeInconsistencies(definition),
  ...duplicates(
    (definition.registrationForm?.fields ?? []).map(({ code }) => code),
    ['registrationForm', 'fields'],
    ['code'],
  ),
  ...duplicates(
    (definition.conversations ?? []).map(({ code }) => code),
    ['conversations'],
    ['code'],
  ),
  ...(definition.conversations ?? []).flatMap(({ required }, index) =>
    duplicates(required.functions, ['conversations', index, 'required', 'functions']),
  ),
  ...duplicates(definition.figures, ['figures']),
  ...figureInconsistencies(definition),
];

function figureInconsistencies(definition: Whole): Inconsistency[] {
  return definition.figures.flatMap((value, index) => {
    const rule = lackingFor(value, definition);
    return rule ? [{ path: ['figures', index], rule, value }] : [];
  });
}

function periodInconsistencies({ retention, deadlines, validFrom }: Whole): Inconsistency[] {
  return [
    ...gaps(retention.prospectiveFamily, validFrom, ['retention', 'prospectiveFamily']),
    ...(retention.observation ? gaps(retention.observation, validFrom, ['retention', 'observation']) : []),
    ...(retention.video ? gaps(retention.video, validFrom, ['retention', 'video']) : []),
    ...(deadlines ? gaps(deadlines.answer, validFrom, ['deadlines', 'answer']) : []),
  ];
}

function gaps(periods: readonly { validFrom: string }[], validFrom: string, path: Path): Inconsistency[] {
  const starts = periods.map((period) => period.validFrom);
  const found = notAscending(starts, path, ['validFrom']);
  if (starts[0]! > validFrom) {
    found.push({ path: [...path, 0, 'validFrom'], rule: 'validity-gap', value: validFrom });
  }
  return found;
}
