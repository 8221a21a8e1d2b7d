import { createHash, randomBytes } from 'node:crypto';
import type { LookUp } from '@helhed/contracts';

/** What a row says, and what was remarkable about it when it came. */
export type Content = LookUp & { readonly flags: readonly string[] };

/** What stays of a row when its content is erased: where it stands in the chain, where it came from, and whether it was drawn. */
export interface Place {
  readonly pos: number;
  readonly source: string;
  readonly incarnation: string;
  readonly seq: number;
  readonly drawn: boolean;
}

/** A row of the register as the chain sees it. */
export interface ChainedRow extends Place {
  readonly commitment: Buffer;
  readonly link: Buffer;
}

export const saltBytes = 16;
export const newSalt = (): Buffer => randomBytes(saltBytes);

/** What the first row of a municipality's chain follows. */
export const firstLink = (municipality: string): Buffer => sha256('helhed look-ups', municipality);

/**
 * A commitment to a row's content: it tells nothing of the content without the salt, and no other content fits it. When
 * content and salt are erased, it stays, and so does the chain.
 */
export function commitTo(salt: Buffer, row: Content): Buffer {
  const { id, at, kind, act, subjects, actor, sub, azp, unit, function: name } = row;
  const { purposes, categories, bases, shown, refused, flags } = row;
  const content = [
    id,
    at,
    kind,
    act,
    subjects,
    actor,
    sub,
    azp,
    unit,
    name,
    purposes,
    categories,
    bases,
    refused,
    flags,
    // a row from before it was told apart is committed to as it was then
    ...(shown ? [shown.map((each) => [each.subjects, each.purposes, each.categories, each.bases])] : []),
  ];
  return sha256(salt, JSON.stringify(content));
}

/** A row's link: over the one before, its place and its commitment. */
export const linkOf = (before: Buffer, { pos, source, incarnation, seq, drawn }: Place, commitment: Buffer): Buffer =>
  sha256(before, JSON.stringify([pos, source, incarnation, seq, drawn]), commitment);

function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
