export { categories, categoryCodes, ceilingOf, isWithinCeiling, type Category } from './categories.js';
export * from './check-definition.js';
export { parentsParts, type ConversationKind } from './conversations.js';
export { newDefinition, programmeDefinition, type ProgrammeDefinition } from './definition.js';
export { figureCodes, lackingFor, type FigureCode } from './definition-shape.js';
export { derivedFacts, isDerivedFact, type DerivedFact, type FactType, type StatedFact } from './facts.js';
export { checkGroundRules, groundRules, type CheckedGroundRules, type GroundRules } from './ground-rules.js';
export {
  weekdays,
  type AgeBand,
  type AttendanceRules,
  type GroupShape,
  type SeriesTemplate,
  type Weekday,
} from './group.js';
export {
  basedRelations,
  purposeCodes,
  purposeOf,
  purposesUntilFollowUp,
  purposes,
  type BasedRelation,
  type PurposeCode,
} from './purpose-codes.js';
export { type ConsentRule, type PurposeRules, type StandingBasis } from './purposes.js';
export { endingSteps, type EndingStep } from './reasons.js';
export type { RegistrationForm } from './registration-form.js';
export { definitionRules, ruleText, type DefinitionRule } from './rules.js';
export { comparisonsOf, type Comparison, type Condition, type TargetGroupRule } from './target-group.js';
export { minutesOf } from './texts.js';
