/** A field at fault, and the rule that it breaks. */
export interface FieldAtFault {
  readonly field: string;
  readonly rule: string;
  readonly message?: { readonly da: string; readonly en: string };
}

interface Refusal {
  /** Method and the path's pattern: ids and secrets are not in it. */
  readonly operation: string;
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number | undefined;
  readonly repeated: boolean;
}

interface Problem {
  readonly type?: string;
  readonly detail?: string;
  readonly details?: { readonly da: string; readonly en: string };
  readonly titles?: { readonly da: string; readonly en: string };
  readonly instance?: string;
  readonly errors?: readonly FieldAtFault[];
}

/**
 * Helhed refused, and said why (RFC 9457). The message has the operation, the kind of problem and the fields at fault with
 * their rules, and nothing of what was sent: it may be logged.
 */
export class HelhedProblem extends Error {
  override readonly name = 'HelhedProblem';
  readonly operation: string;
  readonly status: number;
  /** The last part of the problem's `type`, such as `stale`; `unknown` where the answer is no problem of Helhed's. */
  readonly kind: string;
  readonly type: string | undefined;
  /** What kind of problem it is, to be shown to people. */
  readonly titles: { readonly da: string; readonly en: string } | undefined;
  /** What was wrong with this request, to be shown to people. */
  readonly details: { readonly da: string; readonly en: string } | undefined;
  /** The request as the service's log knows it. */
  readonly instance: string | undefined;
  readonly errors: readonly FieldAtFault[];
  /** How long to wait before the same is asked again; where the service said so. */
  readonly retryAfterMs: number | undefined;
  /** An earlier try got no answer: what was asked may have been done by it, so look before you ask for it again. */
  readonly mayBeDone: boolean;
  /** The answer's body as it came. */
  readonly body: unknown;

  constructor({ operation, status, body, retryAfterMs, repeated }: Refusal) {
    const problem: Problem = typeof body === 'object' && body !== null ? body : {};
    const errors = problem.errors ?? [];
    const kind = problem.type?.split('/').at(-1) || 'unknown';
    const fields = errors.map(({ field, rule }) => `${field}: ${rule}`).join(', ');
    super(`${operation} answered ${status} ${kind}${fields && ` (${fields})`}`);
    this.operation = operation;
    this.status = status;
    this.kind = kind;
    this.errors = errors;
    this.retryAfterMs = retryAfterMs;
    this.body = body;
    this.type = problem.type;
    this.titles = problem.titles;
    this.details = problem.details;
    this.instance = problem.instance;
    this.mayBeDone = repeated;
  }
}

/** No answer came in the time that the caller waits. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly operation: string,
    /** A code such as `ECONNREFUSED`. */
    readonly reason: string,
    /** It was sent, so it may have been done: look before you ask for it again. */
    readonly mayBeDone: boolean,
  ) {
    super(`${operation} was not answered: ${reason}`);
  }
}

/** Keycloak gives this client no token: its secret is wrong, or it may not exchange this person's. */
export class NoToken extends Error {
  override readonly name = 'NoToken';

  constructor(
    readonly clientId: string,
    readonly status: number,
    /** OAuth's own code, such as `invalid_client`. */
    readonly code: string,
  ) {
    super(`Keycloak gave ${clientId} no token: ${status} ${code}`);
  }
}
