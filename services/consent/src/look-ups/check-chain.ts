import { commitTo, linkOf, type ChainedRow, type Content } from './chain.js';

/** A row as the verifier reads it; content and salt are null once erased. */
export interface ReadRow extends ChainedRow {
  readonly salt: Buffer | null;
  readonly content: Content | null;
  /** Whether every person and family in the content finds the row. */
  readonly found: boolean;
}

export const faultKinds = [
  /** The content is not what was committed to. */
  'content-altered',
  /** Content without its salt, or the reverse: half of it was erased by hand. */
  'half-erased',
  /** Somebody whom the row is about does not find it. */
  'subject-missing',
  /** Place, commitment or link are not what was chained. */
  'link-altered',
  /** Positions that are not there, up to `to`. */
  'missing',
  /** Two rows, or their contents, stand in each other's place; `to` is the other. */
  'swapped',
  /** Numbers of a source that never came; `pos` is the row after them. */
  'source-gap',
  /** The register ends before what was signed. */
  'truncated',
  /** What was signed is not what stands there, though it fits together. */
  'rewritten',
  /** The register's own note of its end is not where it ends. */
  'head-altered',
  /** A head was signed once, and there is none. */
  'heads-missing',
  'signature-invalid',
  'key-unknown',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly pos: number;
  /** The last position, or the other one. */
  readonly to?: number;
  readonly source?: string;
}

interface Broken {
  readonly row: ReadRow;
  /** The link that the row should follow, and that it has where it stands. */
  readonly before: Buffer;
}

/** A row whose content is not what it committed to, and what that content is a commitment to. */
interface Foreign {
  readonly row: ReadRow;
  readonly holds: Buffer;
}

/** Numbers of a source that a row came before. */
interface Gap {
  readonly pos: number;
  readonly source: string;
  readonly incarnation: string;
  readonly from: number;
  readonly to: number;
  /** Those that came later. */
  readonly came: Set<number>;
}

const mostFaults = 1_000;

/** Walks a municipality's register in order, page by page, and names what is not as it was chained. */
export class ChainCheck {
  readonly faults: Fault[] = [];
  readonly #broken: Broken[] = [];
  readonly #foreign: Foreign[] = [];
  readonly #seen = new Map<string, { incarnation: string; seq: number }>();
  readonly #gaps: Gap[] = [];
  #pos = 0;
  /** What the next row may follow: the link that stands there, and the one that ought to. */
  #before: readonly Buffer[];
  rows = 0;

  constructor(first: Buffer) {
    this.#before = [first];
  }

  /** The position of the last row seen. */
  get pos(): number {
    return this.#pos;
  }

  take(row: ReadRow): void {
    this.rows++;
    const missing = row.pos > this.#pos + 1;
    if (missing) this.#fault({ kind: 'missing', pos: this.#pos + 1, to: row.pos - 1 });
    this.#checkSource(row);
    this.#checkContent(row);
    this.#checkLink(row, missing);
    this.#pos = row.pos;
  }

  /** What was swapped is named as that, and not as what it looks like. @returns all faults, by position */
  end(): Fault[] {
    this.#nameSwappedRows();
    this.#nameSwappedContents();
    for (const { pos, source, from, to, came } of this.#gaps)
      if (came.size <= to - from) this.#fault({ kind: 'source-gap', pos, source });
    const swapped = new Set(this.faults.flatMap(({ kind, pos, to }) => (kind === 'swapped' ? [pos, to] : [])));
    return this.faults
      .filter(({ kind, pos }) => kind !== 'subject-missing' || !swapped.has(pos))
      .sort((a, b) => a.pos - b.pos);
  }

  #nameSwappedRows(): void {
    const explained = new Set<ReadRow>();
    for (const { row, before } of this.#broken) {
      const other = this.#broken.find(({ row: at }) =>
        linkOf(before, { ...at, pos: row.pos }, at.commitment).equals(at.link),
      )?.row;
      if (!other || explained.has(row)) continue;
      const pair = [row, other];
      for (const { row: each, before: after } of this.#broken)
        if (pair.includes(each) || pair.some(({ link }) => link.equals(after))) explained.add(each);
      this.#fault({ kind: 'swapped', pos: row.pos, to: other.pos });
    }
    for (const { row } of this.#broken)
      if (!explained.has(row)) this.#fault({ kind: 'link-altered', pos: row.pos, source: row.source });
  }

  #nameSwappedContents(): void {
    const named = new Set<ReadRow>();
    for (const { row, holds } of this.#foreign) {
      if (named.has(row)) continue;
      const other = this.#foreign.find((at) => holds.equals(at.row.commitment) && at.holds.equals(row.commitment))?.row;
      if (other) this.#fault({ kind: 'swapped', pos: row.pos, to: other.pos });
      else this.#fault({ kind: 'content-altered', pos: row.pos, source: row.source });
      if (other) named.add(other);
    }
  }

  #checkLink(row: ReadRow, missing: boolean): void {
    const ought = this.#before.map((before) => linkOf(before, row, row.commitment));
    // the row before this one is gone: nothing says what it should follow
    const fits = missing || ought.some((link) => link.equals(row.link));
    if (!fits && this.#broken.length < mostFaults) this.#broken.push({ row, before: this.#before[0] as Buffer });
    // a link that was altered itself is followed by one that fits what it ought to be
    this.#before = fits ? [row.link] : [row.link, ought[0] as Buffer];
  }

  #checkContent(row: ReadRow): void {
    const { salt, content, commitment, pos, source } = row;
    if (!row.found) this.#fault({ kind: 'subject-missing', pos, source });
    if ((salt === null) !== (content === null)) this.#fault({ kind: 'half-erased', pos, source });
    if (salt === null || content === null) return;
    const holds = commitTo(salt, content);
    if (!holds.equals(commitment) && this.#foreign.length < mostFaults) this.#foreign.push({ row, holds });
  }

  /**
   * A restored source goes on at or before the number it had reached, in a new incarnation. A number that comes late is
   * missing nowhere: that it stands in the wrong place is for the links to say.
   */
  #checkSource({ source, incarnation, seq, pos }: ReadRow): void {
    const seen = this.#seen.get(source);
    const next = (seen?.seq ?? 0) + 1;
    if (seq > next && this.#gaps.length < mostFaults)
      this.#gaps.push({ pos, source, incarnation, from: next, to: seq - 1, came: new Set() });
    if (!seen || incarnation !== seen.incarnation || seq > seen.seq) this.#seen.set(source, { incarnation, seq });
    else
      for (const gap of this.#gaps)
        if (gap.source === source && gap.incarnation === incarnation && seq >= gap.from && seq <= gap.to)
          gap.came.add(seq);
  }

  #fault(fault: Fault): void {
    if (this.faults.length < mostFaults) this.faults.push(fault);
  }
}
