export type ErrorKind =
  | 'moved'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'stale'
  | 'precondition-required'
  | 'rule'
  | 'too-many'
  | 'unavailable';

/** A text in the platform's two languages. */
export interface Text {
  readonly da: string;
  readonly en: string;
}

/** What is wrong with one field: its path in the request (`members.0.name`) and the rule it breaks. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly message?: Text;
}

/**
 * A rule of the domain said no. `problem` is the slug of the problem page that explains it (RFC 9457 `type`);
 * texts never hold personal data, since they travel into answers and logs.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly problem: string,
    readonly detail: Text,
    readonly fields: readonly FieldError[] = [],
    /** Members that this kind of problem adds to its answer (RFC 9457, 3.2): alternatives to what was refused, say. */
    readonly extension: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${problem}: ${detail.en}`);
    this.name = 'DomainError';
  }
}

/** It is found by another id: what was asked for at `id` was merged into `movedTo`. */
export const moved = (id: string, movedTo: string, what: Text): DomainError =>
  new DomainError(
    'moved',
    'moved',
    { da: `${what.da} er lagt sammen med en anden.`, en: `${what.en} was merged into another.` },
    [],
    { id, movedTo },
  );

export const notFound = (what: Text): DomainError =>
  new DomainError('not-found', 'not-found', {
    da: `${what.da} findes ikke eller er uden for rækkevidde.`,
    en: `${what.en} does not exist or is out of reach.`,
  });
