import { createHmac, type KeyObject } from 'node:crypto';
import type { ActingParty } from '@helhed/telemetry';

type Viewer = Partial<Pick<ActingParty, 'issuer' | 'sub' | 'unit' | 'function'>>;

/** 128 bits of the HMAC, as base64url. */
const macLength = 22;

/**
 * Names what one actor was shown: `"3-kJ2…"`. The number is the version that If-Match is held against; the rest is an
 * HMAC, so that it is another as soon as what is shown is, and tells nobody who lacks the key what was withheld, or
 * whether two actors see the same.
 */
export class ETags {
  constructor(private readonly key: KeyObject) {}

  /** @param epoch of the access that the view rests on; 0 where nothing of it is revocable */
  of(version: number, shown: object, viewer: Viewer | undefined, epoch: number): string {
    const { issuer, sub, unit, function: name } = viewer ?? {};
    const mac = createHmac('sha256', this.key).update(JSON.stringify([issuer, sub, unit, name, epoch, version, shown]));
    return `"${version}-${mac.digest('base64url').slice(0, macLength)}"`;
  }
}

/** What {@link ETags.of} makes, or the version alone, as a list's item tells it; the version is its first group. */
export const etagOfVersion = new RegExp(`^"(\\d{1,9})(?:-[\\w-]{${macLength}})?"$`);
