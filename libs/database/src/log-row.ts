import { newId } from '@helhed/kernel';
import type { ActingParty, RequestContext } from '@helhed/telemetry';

/** What a request has to say to the access log: an act on, or a look at, what concerns these persons or families. */
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
  return {
    look_up_id: newId(),
    kind,
    act,
    subjects: [...new Set(subjects)],
    purposes: purpose === undefined ? [] : [purpose],
    categories: [...new Set(categories)],
    bases: [...new Set(bases)],
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

const lists = ['subjects', 'purposes', 'categories', 'bases'] as const;

/**
 * One row for each request: its first act, with all that its entries are about. A transaction that applies several
 * events holds the rows of as many requests.
 */
export function oneRowEach(rows: readonly LogRow[]): LogRow[] {
  const merged = new Map<string, LogRow>();
  for (const row of rows) {
    const first = merged.get(row.request_id);
    merged.set(row.request_id, first ? join(first, row) : row);
  }
  return [...merged.values()];
}

function join(first: LogRow, more: LogRow): LogRow {
  const joined = lists.map((list) => [list, [...new Set([...first[list], ...more[list]])]]);
  const kind = first.kind === 'command' || more.kind === 'command' ? 'command' : 'look';
  return { ...first, ...Object.fromEntries(joined), kind, refused: first.refused || more.refused };
}

/** Whether a row says nothing that the same request's earlier, committed row does not: its answer, read in a second transaction. */
export const saidBefore = (earlier: LogRow | undefined, row: LogRow): boolean =>
  earlier !== undefined &&
  earlier.refused === row.refused &&
  lists.every((list) => row[list].every((each) => earlier[list].includes(each)));
