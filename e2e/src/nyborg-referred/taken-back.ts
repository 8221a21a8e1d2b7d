import { must, mustEqual } from '../story/must.js';
import { changesOf } from './changes.js';
import type { Oracle } from './oracle.js';
import { linkParent, takeBack } from './who-has-looked.js';
import type { World } from './world.js';

export interface TakenBack {
  readonly referral: string;
  /** How often its system had been sent something of it, when the answer came. */
  readonly sent: number;
}

/**
 * A parent takes back that the sender hears what came of it, while something of it waits to be sent again: from the answer on
 * its system is told no more, neither by the feed nor by webhook.
 */
export async function takeBackOutcome(
  world: World,
  oracle: Oracle,
  { id, outcome, person }: { readonly id: string; readonly outcome: string; readonly person: string },
): Promise<TakenBack> {
  const { dayCare } = world;
  await linkParent(world, 'maja', person);
  const told = await changesOf(world, id);
  must(told.includes('referral.place-assigned') || told.includes('referral.accepted'), 'its system was told', told);
  await dayCare?.hasWaiting(id);
  oracle.told.endsTelling(id);
  await takeBack(world, outcome);
  const sent = (await dayCare?.sentOf(id)) ?? 0;
  dayCare?.isDownFor(undefined);
  mustEqual(await changesOf(world, id), [], 'its system is told no more');
  return { referral: id, sent };
}

/** At the year's end: all that the day care's system was to be told came by webhook, and of that family nothing more. */
export async function systemHasHeard({ dayCare }: World, oracle: Oracle, taken: TakenBack): Promise<number> {
  if (!dayCare) return 0;
  const messages = await dayCare.hasHeard(oracle.told);
  mustEqual(await dayCare.sentOf(taken.referral), taken.sent, 'nothing is sent of what was taken back');
  await dayCare.end();
  return messages;
}
