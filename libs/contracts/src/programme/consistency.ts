import type { DefinitionShape } from './definition-shape.js';
import { groupInconsistencies } from './group-consistency.js';
import { duplicates, notAscending, type Inconsistency } from './inconsistency.js';
import { targetGroupInconsistencies } from './target-group-consistency.js';

/** The rules between fields, which the shape alone cannot say. */
export const findInconsistencies = (definition: DefinitionShape): Inconsistency[] => [
  ...duplicates(definition.mayRefer.functions, ['mayRefer', 'functions']),
  ...targetGroupInconsistencies(definition),
  ...groupInconsistencies(definition),
  ...retentionInconsistencies(definition),
  ...duplicates(definition.figures, ['figures']),
];

function retentionInconsistencies({ retention, validFrom }: DefinitionShape): Inconsistency[] {
  const path = ['retention', 'prospectiveFamily'];
  const starts = retention.prospectiveFamily.map((period) => period.validFrom);
  const found = notAscending(starts, path, ['validFrom']);
  if (starts[0]! > validFrom) {
    found.push({ path: [...path, 0, 'validFrom'], rule: 'validity-gap', value: validFrom });
  }
  return found;
}
