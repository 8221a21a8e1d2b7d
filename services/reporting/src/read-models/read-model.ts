import type { CloudEvent, EventContract } from '@helhed/contracts';

/** What read models are made from. */
export type Fact = Pick<CloudEvent<unknown>, 'type' | 'data'>;

export type Row = Readonly<Record<string, string | number | null>>;
type Evolve<R> = (row: R | undefined, data: never) => R;
type SqlType = 'uuid' | 'text' | 'date' | 'integer' | 'jsonb';

/** A table whose rows are made from facts by pure functions, and from nothing else. */
export interface ReadModel {
  readonly table: string;
  /** The property that tells rows apart; the data of each of its events has it under the same name, unless `idOf` makes it. */
  readonly id: string;
  readonly idOf?: ((data: never) => string) | undefined;
  readonly columns: Readonly<Record<string, SqlType>>;
  /** Event type → what a row is after such an event; the row itself when it says nothing new. */
  readonly evolve: ReadonlyMap<string, (row: Row | undefined, data: unknown) => Row>;
}

/**
 * Each model reads events of one source: within it a key's events come in order, so no order across sources can matter.
 * A row that events of several keys make must be the same whichever comes first.
 */
export function readModel<R extends Row>(model: {
  table: string;
  id: keyof R & string;
  idOf?: (data: never) => string;
  columns: Readonly<Record<keyof R, SqlType>>;
  evolve: readonly (readonly [string, Evolve<R>])[];
}): ReadModel {
  return { ...model, evolve: new Map(model.evolve) as unknown as ReadModel['evolve'] };
}

/** The row after an event of this type. */
export const on = <T, R>(contract: EventContract<T>, evolve: (row: R | undefined, data: T) => R) =>
  [contract.type, evolve as Evolve<R>] as const;

/** The rows after these facts, in order; rows that did not change are the same objects. */
export function evolveRows(
  model: ReadModel,
  before: ReadonlyMap<string, Row>,
  facts: readonly Fact[],
): Map<string, Row> {
  const rows = new Map(before);
  for (const { type, data } of facts) {
    const evolve = model.evolve.get(type);
    if (evolve) rows.set(idIn(model, data), evolve(rows.get(idIn(model, data)), data));
  }
  return rows;
}

/** Ids of the rows that these facts concern. */
export function idsIn(model: ReadModel, facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap(({ type, data }) => (model.evolve.has(type) ? [idIn(model, data)] : [])))];
}

const idIn = ({ id, idOf }: ReadModel, data: unknown): string =>
  idOf ? idOf(data as never) : ((data as Record<string, string>)[id] as string);
