import type { Change } from './schema.ts';

type Kind = Change['kind'];

/**
 * An event is read by services of the last release while a new one is rolled out, and by this release out of outboxes
 * and fact tables that the last one wrote. So each must take what the other wrote, and only a new field that may be
 * absent is free.
 */
const freeInEvents: ReadonlySet<Kind> = new Set(['optional-field-added']);

/** What callers send: what they sent yesterday must still be taken. */
const freeInRequests: ReadonlySet<Kind> = new Set([
  'optional-field-added',
  'became-optional',
  'type-widened',
  'enum-widened',
  'constraint-loosened',
]);

/** What callers read: what they could rely on yesterday must still be so. Tighter bounds are a promise kept. */
const freeInAnswers: ReadonlySet<Kind> = new Set([
  'optional-field-added',
  'required-field-added',
  'became-required',
  'type-narrowed',
  'enum-narrowed',
  'constraint-tightened',
]);

const free = { event: freeInEvents, request: freeInRequests, answer: freeInAnswers };

/** The changes that may break somebody who was written against the last release. */
export const breaking = (changes: readonly Change[], use: keyof typeof free): Change[] =>
  changes.filter(({ kind }) => !free[use].has(kind));
