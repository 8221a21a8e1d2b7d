import type { Violation } from '../violation.ts';
import { breaking } from './breaking.ts';
import { compareSchemas } from './compare-schemas.ts';
import type { PublishedEvent } from './events.ts';
import { describe } from './schema.ts';

type Released = Omit<PublishedEvent, 'description'>;

/**
 * What of the last release's events is broken today. A version that was released stays as it is; what must be otherwise
 * is the next version, and both are published for one release before the older goes.
 */
export function eventChanges(released: readonly Released[], today: readonly Released[]): Violation[] {
  const now = new Map(today.map((event) => [event.type, event]));
  return released.flatMap((before): Violation[] => {
    const where = before.type;
    const after = now.get(before.type);
    if (!after) return hasSuccessor(before, released) ? [] : [{ where, message: removed(before) }];
    const changes = breaking(compareSchemas(asDocument(before), asDocument(after)), 'event').map(describe);
    if (before.orderKey !== after.orderKey) changes.push(`order key: ${before.orderKey} became ${after.orderKey}`);
    return changes.map((change) => ({ where, message: `${change}. Make v${before.version + 1} beside it.` }));
  });
}

const asDocument = ({ data }: Released) => ({ root: data, schema: data });

const hasSuccessor = (event: Released, released: readonly Released[]): boolean =>
  released.some(
    ({ context, name, version }) => context === event.context && name === event.name && version > event.version,
  );

const removed = ({ version }: Released): string =>
  `removed, and the last release had no v${version + 1} beside it: publish both for one release.`;
