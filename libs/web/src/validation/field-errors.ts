import { holdsCpr, type FieldError, type Text } from '@helhed/kernel';
import type { z } from 'zod';
import { ruleTexts } from './rule-texts.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** How many are told at once, in whatever a request failed with. */
export const mostErrors = 20;

/** @param input the value that was refused: looked into only to tell a missing field from one of the wrong type */
export function toFieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues
    .slice(0, mostErrors)
    .flatMap((issue) => describe(issue, issue.path, input))
    .slice(0, mostErrors);
}

function describe(issue: Issue, path: Path, input: unknown): FieldError[] {
  const error = (rule: string, message: Text): FieldError[] => [{ field: fieldName(path), rule, message }];
  switch (issue.code) {
    case 'invalid_type':
      if (at(input, path) === undefined) return error('required', ruleTexts.required);
      return error('type', ruleTexts.type(issue.expected));
    case 'too_small':
      return error('too-small', ruleTexts.tooSmall(issue.origin, issue.minimum));
    case 'too_big':
      return error('too-big', ruleTexts.tooBig(issue.origin, issue.maximum));
    case 'invalid_format':
      return error('format', ruleTexts.format(issue.format));
    case 'invalid_value':
      if (at(input, path) === undefined) return error('required', ruleTexts.required);
      return error('not-one-of', ruleTexts.oneOf(issue.values.map(String)));
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, mostErrors)
        .map((key) => ({ field: fieldName([...path, key]), rule: 'unknown', message: ruleTexts.unknown }));
    case 'invalid_union':
      return describeUnion(issue, path, input);
    case 'custom':
      return error(...customRule(issue.params));
    default:
      return error('shape', ruleTexts.shape);
  }
}

// The variant that came nearest says most about what is wrong.
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: Path, input: unknown): FieldError[] {
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  if (nearest.length > 0) return nearest.flatMap((inner) => describe(inner, [...path, ...inner.path], input));
  return [{ field: fieldName(path), rule: 'shape', message: ruleTexts.shape }];
}

function customRule(params: Record<string, unknown> | undefined): [string, Text] {
  const { rule, da, en } = params ?? {};
  if (typeof rule !== 'string' || typeof da !== 'string' || typeof en !== 'string') return ['shape', ruleTexts.shape];
  return [rule, { da, en }];
}

function at(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

// A key the client made up may itself be personal data (a name, a CPR number): only what looks like a field is repeated.
const fieldName = (path: Path): string =>
  path.map((key) => (typeof key === 'number' || looksLikeField(String(key)) ? String(key) : '*')).join('.');

const looksLikeField = (key: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,40}$/.test(key) && !holdsCpr(key);
