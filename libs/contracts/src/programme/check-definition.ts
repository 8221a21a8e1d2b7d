import { holdsCpr, type FieldError } from '@helhed/kernel';
import type { z } from 'zod';
import { newDefinition, type ProgrammeDefinition } from './definition.js';
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

/** How many problems are told at once: whoever mends them sees the rest the next time. */
const mostProblems = 20;
/** More elements than any list of a definition may have: looked for first, since each wrong one costs a problem. */
const mostElements = 100;
/** Deeper than anything of a definition; the schema looks no further either. */
const deepest = 20;

/**
 * Reads a definition to publish from parsed YAML or JSON: the definition, or what is wrong with it, twenty problems at most. Never
 * throws.
 */
export function checkDefinition(input: unknown): CheckedDefinition {
  const { value, problems } = checkAgainst<ProgrammeDefinition>(newDefinition, input);
  return value ? { definition: value, problems: [] } : { definition: undefined, problems };
}

/** What the schema reads from parsed YAML or JSON, or what is wrong with it, told as for a definition. */
export function checkAgainst<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { readonly value?: T; readonly problems: readonly DefinitionProblem[] } {
  const crowded = findCrowded(input);
  if (crowded) return { problems: [problem(crowded, 'too-big', `≤ ${mostElements}`)] };
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = parsed.error.issues.slice(0, mostProblems).flatMap((issue) => toProblems(issue, input));
  return { problems: problems.slice(0, mostProblems) };
}

/** The first list or object that has more elements than the schema knows of anywhere. */
function findCrowded(input: unknown): Path | undefined {
  const waiting: { value: unknown; path: Path }[] = [{ value: input, path: [] }];
  const seen = new Set<unknown>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || seen.has(value) || path.length > deepest) continue;
    seen.add(value);
    const list = Array.isArray(value);
    if ((list ? value : Object.keys(value)).length > mostElements) return path;
    for (const [key, inner] of Object.entries(value))
      waiting.push({ value: inner, path: [...path, list ? Number(key) : key] });
  }
  return undefined;
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
  value: shorten(value, 200),
  message: ruleText(rule, shorten(value, 200)),
});

/** What stands in a definition is no secret, but for a person's number that was put there by mistake. */
function shorten(text: string, most = 60): string {
  if (holdsCpr(text)) return '*';
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined,
    input,
  );
}
