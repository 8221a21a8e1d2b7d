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
    changes.push(...claimChanges(before, after));
    return changes.map((change) => ({ where, message: `${change}. Make v${before.version + 1} beside it.` }));
  });
}

/** A consumer of the last release still asks at the old address for the fields that it knew. */
function claimChanges(before: Released, after: Released): string[] {
  return before.claims.flatMap(({ consumer, route, fields }) => {
    const claim = after.claims.find((each) => each.consumer === consumer && each.route === route);
    if (!claim) return [`claim check: ${consumer} may no longer ask ${route}`];
    const gone = fields.filter((field) => !claim.fields.includes(field));
    return gone.length > 0 ? [`claim check: ${consumer} no longer gets ${gone.join(', ')}`] : [];
  });
}

const asDocument = ({ data }: Released) => ({ root: data, schema: data });

const hasSuccessor = (event: Released, released: readonly Released[]): boolean =>
  released.some(
    ({ context, name, version }) => context === event.context && name === event.name && version > event.version,
  );

const removed = ({ version }: Released): string =>
  `removed, and the last release had no v${version + 1} beside it: publish both for one release.`;
