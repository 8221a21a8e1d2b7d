import {
  contextOf,
  findContract,
  isSnapshot,
  lookUpsKey,
  readData,
  type CloudEvent,
  type Snapshot,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';

/**
 * The service's reaction to an event, alone or as part of a snapshot. @returns whether it has one; only for an event of an
 * unknown type does it matter
 */
export type Handle = (event: CloudEvent, tx: Tx, snapshot?: CloudEvent) => Promise<boolean | void>;

/**
 * What an event brings about here. A snapshot first comes to those that react to it as such, by taking away what its
 * owner no longer says, and then as its events, each to whoever reacts to its type: they find part of their effect there
 * already, and add the rest.
 * @returns the types of what was stepped over
 */
export async function react(handle: Handle, event: CloudEvent, tx: Tx): Promise<string[]> {
  if (!isSnapshot(event.type)) return (await one(handle, event, tx)) ? [] : [event.type];
  // nothing to settle: it only says where the numbers go on
  if (event.orderkey === lookUpsKey) return [];
  await one(handle, event, tx);
  const { events } = read(event).data as unknown as Snapshot;
  const missed = new Set<string>();
  for (const { type, data, past } of events)
    if (!past && !(await one(handle, { ...event, type, data }, tx, event))) missed.add(type);
  return [...missed];
}

async function one(handle: Handle, event: CloudEvent, tx: Tx, snapshot?: CloudEvent): Promise<boolean> {
  const kept = await handle(read(event), tx, snapshot);
  return findContract(event.type) !== undefined || kept === true;
}

/** The event as its contract says, where this release has one. */
function read(event: CloudEvent): CloudEvent {
  const contract = findContract(event.type);
  if (!contract) return event;
  if (contract.context !== contextOf(event)) throw new Error(`${event.type} from ${contextOf(event)}`);
  return { ...event, data: readData(contract, event.data) as CloudEvent['data'] };
}
