import { newId } from '@helhed/kernel';
import type { ActingParty, RequestContext } from '@helhed/telemetry';
import { isShownBefore, isSomething, shownOfEach, type Shown } from './shown.js';

/**
 * What a request has to say to the access log: an act on, or a look at, what concerns these persons or families. What is
 * said to be shown was shown of each of them; of whom other things were shown, another entry tells.
 */
export interface LogEntry {
  readonly kind: 'command' | 'look';
  /** The route's act, such as `referral.read` (docs/access.md, section 4). */
  readonly act: string;
  readonly subjects: readonly string[];
  /** What for: follows from the relation. */
  readonly purpose?: string | undefined;
  /** Categories of data that were shown; none where everything was withheld. */
  readonly categories?: readonly string[] | undefined;
  /** Ids of the recorded bases used; a standing one as `standing:<programme>:<purpose>:<layer>`. */
  readonly bases?: readonly string[] | undefined;
}

/** A row of the access log as the flush writes it. */
export interface LogRow {
  readonly look_up_id: string;
  readonly kind: LogEntry['kind'];
  readonly act: string;
  readonly subjects: readonly string[];
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly bases: readonly string[];
  /** The same of each subject; of whom nothing was shown, nothing. */
  readonly shown: readonly Shown[];
  readonly refused: boolean;
  readonly actor_kind: string;
  readonly actor_sub: string;
  readonly azp: string;
  readonly unit: string | undefined;
  readonly function: string | undefined;
  readonly request_id: string;
  readonly traceparent: string | undefined;
}

type Asking = RequestContext & { readonly actor: ActingParty };

export function logRow({ requestId, traceparent, actor }: Asking, entry: LogEntry, refused: boolean): LogRow {
  const { kind, act, subjects, purpose, categories = [], bases = [] } = entry;
  const said = { subjects: unique(subjects), categories: unique(categories), bases: unique(bases) };
  const part = { ...said, purposes: purpose === undefined ? [] : [purpose] };
  return {
    look_up_id: newId(),
    kind,
    act,
    ...part,
    shown: isSomething(part) ? [part] : [],
    refused,
    actor_kind: actor.kind,
    actor_sub: actor.sub,
    azp: actor.azp,
    unit: actor.unit,
    function: actor.function,
    request_id: requestId,
    traceparent,
  };
}

const unique = (all: readonly string[]): string[] => [...new Set(all)];

const lists = ['subjects', 'purposes', 'categories', 'bases'] as const;

/**
 * One row for each request: its first act, with all that its entries are about. A transaction that applies several
 * events holds the rows of as many requests.
 */
export function oneRowEach(rows: readonly LogRow[]): LogRow[] {
  return [...Map.groupBy(rows, (row) => row.request_id).values()].map(([first, ...more]) =>
    more.length > 0 ? join(first as LogRow, more) : (first as LogRow),
  );
}

function join(first: LogRow, more: readonly LogRow[]): LogRow {
  const rows = [first, ...more];
  const joined = lists.map((list) => [list, unique(rows.flatMap((row) => row[list]))]);
  return {
    ...first,
    ...Object.fromEntries(joined),
    shown: shownOfEach(rows.flatMap(({ shown }) => shown)),
    kind: rows.some(({ kind }) => kind === 'command') ? 'command' : 'look',
    refused: rows.some(({ refused }) => refused),
  };
}

/** Whether a row says nothing that the same request's earlier, committed row does not: its answer, read in a second transaction. */
export const saidBefore = (earlier: LogRow | undefined, row: LogRow): boolean =>
  earlier !== undefined &&
  earlier.refused === row.refused &&
  lists.every((list) => row[list].every((each) => earlier[list].includes(each))) &&
  isShownBefore(earlier.shown, row.shown);
