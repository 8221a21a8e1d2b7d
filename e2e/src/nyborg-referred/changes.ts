import { dayCareItself } from './day-care.js';
import type { World } from './world.js';

/** What the day care's system is told of its referrals: from the beginning, page by page; ids and types and nothing else. */
export async function changesOf(world: World, referral: string): Promise<string[]> {
  const told: string[] = [];
  for await (const { id, type } of dayCareItself(world).items('/referral/v1/changes', { query: { limit: 200 } }))
    if (id === referral) told.push(type);
  return told;
}
