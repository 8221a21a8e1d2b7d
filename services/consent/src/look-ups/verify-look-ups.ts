import { Database, type Tx } from '@helhed/database';
import type { MunicipalityCode } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { firstLink } from './chain.js';
import { ChainCheck, type Fault } from './check-chain.js';
import { HeadsFolder } from './heads-folder.js';
import { readRows } from './read-rows.js';
import { HeadKeys, type SignedHead } from './signed-head.js';

export interface Verified {
  readonly municipality: string;
  /** How many rows there are, and the position that the register had reached when it began. */
  readonly rows: number;
  readonly pos: number;
  /** Signed heads that were compared, and the highest position that one of them holds fast. */
  readonly heads: number;
  readonly signedUpTo: number;
  readonly faults: readonly Fault[];
}

const pageRows = 5_000;

/** Reads the whole register of a municipality, and says where it is not what was appended. */
@Injectable()
export class VerifyLookUps {
  constructor(
    private readonly database: Database,
    private readonly keys: HeadKeys,
    private readonly heads: HeadsFolder,
  ) {}

  async run(municipality: MunicipalityCode): Promise<Verified> {
    // the heads first: what is signed while this reads is beyond what it reads
    const lines = await this.heads.read(municipality);
    const head = await this.#in(municipality, findHead);
    const check = new ChainCheck(firstLink(municipality));
    const signed = lines.filter((line) => line !== undefined);
    const wanted = new Set(signed.map(({ pos }) => pos));
    const links = new Map<number, string>();
    for (let more = true; more;) {
      const rows = await this.#in(municipality, (tx) => readRows(tx, check.pos, head.pos, pageRows));
      for (const row of rows) {
        check.take(row);
        if (wanted.has(row.pos) || row.pos === head.pos) links.set(row.pos, row.link.toString('hex'));
      }
      more = rows.length === pageRows;
    }
    const unreadable = lines
      .filter((line) => line === undefined)
      .map((): Fault => ({ kind: 'signature-invalid', pos: 0 }));
    const faults = [
      ...check.end(),
      ...unreadable,
      ...signed.flatMap((each) => this.#checkHead(each, head.pos, check.pos, links)),
      ...(links.get(head.pos) === head.link || head.pos === 0
        ? []
        : [{ kind: 'head-altered', pos: head.pos } as const]),
      ...(head.signed && lines.length === 0 ? [{ kind: 'heads-missing', pos: head.pos } as const] : []),
    ];
    const signedUpTo = Math.max(0, ...signed.map(({ pos }) => pos));
    return { municipality, rows: check.rows, pos: head.pos, heads: signed.length, signedUpTo, faults };
  }

  #checkHead(head: SignedHead, headPos: number, lastPos: number, links: ReadonlyMap<number, string>): Fault[] {
    const found = this.keys.check(head);
    if (found !== 'good') return [{ kind: found, pos: head.pos }];
    const end = Math.min(headPos, lastPos);
    if (head.pos > end) return [{ kind: 'truncated', pos: end + 1, to: head.pos }];
    const link = links.get(head.pos);
    // a row that is missing is named by the chain
    return link === undefined || link === head.link ? [] : [{ kind: 'rewritten', pos: head.pos }];
  }

  #in<T>(municipality: MunicipalityCode, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inTransaction(municipality, work);
  }
}

async function findHead(tx: Tx): Promise<{ pos: number; link: string; signed: boolean }> {
  const [head] = await tx.query<{ pos: string; link: Buffer; signed: boolean }>(
    'SELECT pos, link, signed_on IS NOT NULL AS signed FROM look_up_head WHERE municipality = helhed.tenant()',
  );
  return head
    ? { pos: Number(head.pos), link: head.link.toString('hex'), signed: head.signed }
    : { pos: 0, link: '', signed: false };
}
