import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DomainError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from './page.js';

/** The sort columns of the last row of a page, its id last. */
export type Position = readonly (string | number | null)[];

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Keyset paging. A cursor is encrypted, since the columns it holds may say something about a person and addresses end
 * up in logs; and it is bound to its list and filters, so that one from elsewhere, or one tampered with, is refused.
 */
@Injectable()
export class Paging {
  /** @param key 32 bytes, the same in every instance of the service */
  constructor(private readonly key: Buffer) {}

  /** Where the asked-for page begins: after this position, or at the start when undefined. */
  after(list: string, query: PageQuery): Position | undefined {
    return query.cursor === undefined ? undefined : this.read(query.cursor, boundTo(list, query));
  }

  /**
   * @param rows up to `query.limit + 1` rows after the position, in order; the extra row tells that there is more
   * @param total how many rows all pages have
   */
  page<R, T>(
    list: string,
    query: PageQuery,
    rows: readonly R[],
    total: number,
    view: (row: R) => T,
    position: (row: R) => Position,
  ): Page<T> {
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const next = rows.length > query.limit && last ? this.write(position(last), boundTo(list, query)) : null;
    return { items: shown.map(view), next, total };
  }

  /** A cursor behind this position, for a list that goes on growing at its end. */
  behind(list: string, query: PageQuery, position: Position): string {
    return this.write(position, boundTo(list, query));
  }

  private write(position: Position, bound: Buffer): string {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.key, iv).setAAD(bound);
    const text = Buffer.concat([cipher.update(JSON.stringify(position), 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
  }

  private read(cursor: string, bound: Buffer): Position {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      const decipher = createDecipheriv(algorithm, this.key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(bound).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
      return JSON.parse(text.toString('utf8')) as Position;
    } catch {
      throw new DomainError('invalid', 'cursor-invalid', {
        da: 'Markøren hører ikke til denne liste med disse filtre. Begynd forfra uden den.',
        en: 'The cursor does not belong to this list with these filters. Start over without it.',
      });
    }
  }
}

function boundTo(list: string, query: PageQuery): Buffer {
  const { cursor: _cursor, limit: _limit, ...filters } = query as PageQuery & Record<string, unknown>;
  return Buffer.from(JSON.stringify([list, Object.entries(filters).sort(([a], [b]) => a.localeCompare(b))]));
}
