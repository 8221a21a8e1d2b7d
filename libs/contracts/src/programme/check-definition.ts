import type { FieldError } from '@helhed/kernel';
import type { z } from 'zod';
import { programmeDefinition, type ProgrammeDefinition } from './definition.js';
import type { Path } from './inconsistency.js';
import { ruleText, type DefinitionRule } from './rules.js';
import { exampleOf } from './texts.js';

type Issue = z.core.$ZodIssue;

export interface DefinitionProblem extends Required<FieldError> {
  readonly path: Path;
  readonly rule: DefinitionRule;
  /** What stands in the message's place, for a message in other words. */
  readonly value: string;
}

export type CheckedDefinition =
  | { readonly definition: ProgrammeDefinition; readonly problems: readonly [] }
  | { readonly definition: undefined; readonly problems: readonly DefinitionProblem[] };

/** Reads a definition from parsed YAML or JSON: the definition, or everything that is wrong with it. Never throws. */
export function checkDefinition(input: unknown): CheckedDefinition {
  const parsed = programmeDefinition.safeParse(input);
  if (parsed.success) return { definition: parsed.data, problems: [] };
  return { definition: undefined, problems: parsed.error.issues.flatMap((issue) => toProblems(issue, input)) };
}

function toProblems(issue: Issue, input: unknown): DefinitionProblem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => problem([...path, key], 'unknown', shorten(key)));
  if (issue.code === 'custom')
    return [problem(path, issue.params?.['rule'] as DefinitionRule, String(issue.params?.['value']))];
  if (path.length > 0 && valueAt(input, path) === undefined) return [problem(path, 'required', String(path.at(-1)))];
  return [problem(path, ...shapeRule(issue))];
}

function shapeRule(issue: Issue): [DefinitionRule, string] {
  switch (issue.code) {
    case 'invalid_value':
      return ['not-one-of', issue.values.join(', ')];
    case 'invalid_union':
      return 'options' in issue && issue.options ? ['not-one-of', issue.options.join(', ')] : ['type', 'code | int'];
    case 'invalid_format':
      return ['format', issue.format === 'date' ? 'YYYY-MM-DD' : exampleOf(issue.pattern ?? issue.format)];
    case 'too_small':
      return ['too-small', `≥ ${issue.minimum}`];
    case 'too_big':
      return ['too-big', `≤ ${issue.maximum}`];
    case 'invalid_type':
      return ['type', issue.expected];
    default:
      return ['type', issue.code];
  }
}

const problem = (path: Path, rule: DefinitionRule, value: string): DefinitionProblem => ({
  path,
  field: path.map((part) => shorten(String(part))).join('.'),
  rule,
  value,
  message: ruleText(rule, value),
});

const shorten = (key: string): string => (key.length > 60 ? `${key.slice(0, 60)}…` : key);

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    input,
  );
}
