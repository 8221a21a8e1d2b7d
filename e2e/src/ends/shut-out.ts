import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@helhed/contracts';
import { ask, type Asked, type Timed } from '../races/client.js';
import type { RacesWorld } from '../races/races-world.js';
import { eventually } from '../story/api.js';

/** What somebody reads by a custody or a relation. */
export interface Look extends Omit<Asked, 'token'> {
  readonly service: Context;
  readonly as: string;
  /** Whether it was shown; by the status alone unless told. */
  readonly shows?: (seen: Timed) => boolean;
}

/** Milliseconds from the answer to the end, by the client's clock. */
export interface ShutOut {
  readonly look: Look;
  /** When the last request that was shown anything was sent; below 0: none after the answer. */
  readonly lastShownMs: number;
  /** When the first refusal to a request from after the answer was there. */
  readonly refusedMs: number;
  /** What it is answered in the end. */
  readonly status: number;
}

const shown = ({ shows }: Look, seen: Timed): boolean => (shows ? shows(seen) : seen.status === 200);

export const look = async (
  world: RacesWorld,
  { service, as, ...asked }: Look,
  instance: number,
): Promise<Timed | undefined> =>
  ask(world.platform.process(service, instance).url, { ...asked, token: await world.token(as) });

/**
 * All that is read is shown at every instance, is read on there, and `end` takes it away meanwhile.
 * @param forMs how long it is read after the answer at least: it ends when each is answered with its last status
 * @param last undefined where any will do
 */
export async function shutOut(
  world: RacesWorld,
  looks: readonly Look[],
  end: () => Promise<unknown>,
  forMs: number,
  last: (of: Look) => number | undefined,
): Promise<ShutOut[]> {
  const each = looks.flatMap((of) => world.instancesOf(of.service).map((_, instance) => ({ of, instance })));
  for (const { of, instance } of each)
    await eventually(
      `${of.path} shown to ${of.as}`,
      () => look(world, of, instance),
      (seen) => seen !== undefined && shown(of, seen),
    );
  const seen = each.map((): Timed[] => []);
  let reading = true;
  const readers = each.map(async ({ of, instance }, index) => {
    for (; reading; await pause(25)) {
      const answer = await look(world, of, instance);
      if (answer) seen[index]?.push(answer);
    }
  });
  try {
    await pause(300);
    await end();
    const answeredAt = performance.now();
    await pause(forMs);
    const statuses = await eventually(
      'the last answers',
      () => Promise.resolve(seen.map((all) => all.at(-1)?.status ?? 0)),
      (found) => found.every((status, index) => [undefined, status].includes(last(each[index]!.of))),
    );
    reading = false;
    await Promise.all(readers);
    return each.map(({ of }, index) => cameOf(of, seen[index] as Timed[], answeredAt, statuses[index] as number));
  } finally {
    reading = false;
  }
}

function cameOf(of: Look, all: readonly Timed[], answeredAt: number, status: number): ShutOut {
  const last = all.findLast((seen) => shown(of, seen));
  // consent itself refuses by what it has heard; its 503 says that it is slow
  const refuses = (seen: Timed) => !shown(of, seen) && !(of.service === 'consent' && seen.status === 503);
  const refused = all.find((seen) => seen.sentAt > answeredAt && refuses(seen));
  return {
    look: of,
    lastShownMs: Math.round((last?.sentAt ?? Number.NEGATIVE_INFINITY) - answeredAt),
    refusedMs: Math.round((refused?.endedAt ?? Number.POSITIVE_INFINITY) - answeredAt),
    status,
  };
}

export const tableOf = (all: readonly ShutOut[]): string =>
  all
    .map(({ look: { method, path, as }, lastShownMs, refusedMs, status }) => {
      const after = lastShownMs > 0 ? `last shown to a request ${lastShownMs} ms after` : 'shown to none after';
      return `${as}: ${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}: ${after}; refused by ${refusedMs} ms, with ${status}`;
    })
    .join('\n');
