import type { Context, LookUp } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { emitLookUps } from '@helhed/messaging';

/** Rows of the access log, newly numbered: the first has `from`, the next `from + 1`. */
export interface LookUpBatch {
  /** Of the database whose numbers these are: one restored from a backup has another. */
  readonly incarnation: string;
  readonly from: number;
  readonly rows: readonly LookUp[];
}

/** Takes a batch to the register, in the transaction that numbers it. */
export type Deliver = (tx: Tx, batch: LookUpBatch) => Promise<void>;

/** By the outbox, as the service's own event. */
export const deliverAs =
  (context: Context): Deliver =>
  (tx, batch) =>
    emitLookUps(tx, context, { from: batch.from, rows: batch.rows });

// an event is read whole, and the bus takes a megabyte: of each subject it may say something of its own
const mostRows = 200;
const mostSubjects = 2_000;

interface Row {
  readonly look_up_id: string;
  readonly incarnation: string;
  readonly seq: string;
  readonly occurred_at: Date;
  readonly kind: LookUp['kind'];
  readonly act: string;
  readonly subjects: string[];
  readonly actor_kind: LookUp['actor'];
  readonly actor_sub: string;
  readonly azp: string;
  readonly unit: string | null;
  readonly function: string | null;
  readonly purposes: string[];
  readonly categories: string[];
  readonly bases: string[];
  readonly shown: NonNullable<LookUp['shown']> | null;
  readonly refused: boolean;
}

/** The next rows that have no number yet, which have one from here on; undefined when there are none. */
export async function nextBatch(tx: Tx): Promise<LookUpBatch | undefined> {
  const rows = await tx.query<Row>('SELECT * FROM helhed.number_log($1, $2)', [mostRows, mostSubjects]);
  const [first] = rows;
  return first && { incarnation: first.incarnation, from: Number(first.seq), rows: rows.map(toLookUp) };
}

const cut = (text: string): string => text.slice(0, 300);

const cutAll = <T extends Pick<LookUp, 'purposes' | 'categories' | 'bases'>>(said: T): T => ({
  ...said,
  purposes: said.purposes.map(cut),
  categories: said.categories.map(cut),
  bases: said.bases.map(cut),
});

/** What is longer than a code can be is cut: one odd row must not keep the others back. */
function toLookUp(row: Row): LookUp {
  const { purposes, categories, bases } = cutAll(row);
  return {
    id: row.look_up_id,
    at: row.occurred_at.toISOString(),
    kind: row.kind,
    act: cut(row.act),
    subjects: row.subjects,
    actor: row.actor_kind,
    sub: cut(row.actor_sub),
    azp: cut(row.azp),
    unit: row.unit && cut(row.unit),
    function: row.function && cut(row.function),
    purposes,
    categories,
    bases,
    ...(row.shown && { shown: row.shown.map(cutAll) }),
    refused: row.refused,
  };
}
