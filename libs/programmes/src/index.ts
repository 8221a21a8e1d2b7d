export { checkFacts } from './check-facts.js';
export type { Outcome } from './evaluate.js';
export { factsFromIntake, type Facts, type FactValue, type IntakeMember } from './facts.js';
export { forMunicipality } from './for-municipality.js';
export { describeProblem, InvalidDefinition, type FileProblem } from './invalid-definition.js';
export { definitionsFolder, getDefinition, loadAll, loadFile } from './load-all.js';
export { loadDefinition } from './load-definition.js';
export { prospectiveFamilyDays } from './retention.js';
export { triage, type RuleOutcome, type Suggestion, type Triage } from './triage.js';
