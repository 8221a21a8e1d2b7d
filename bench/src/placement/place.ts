import type { TestActor } from '@helhed/testing';
import { groupId } from './store-bookings.js';

/**
 * 13 sessions, 3 evenings and 18 conversations with all who come, in one act. Of the actor's unit.
 * @param from ISO date: a Tuesday, the first session's @returns what it took, in milliseconds, as its asker waits for it
 */
export async function place(url: string, actor: TestActor, number: number, from: string): Promise<number> {
  const authorization = `Bearer ${await actor.token()}`;
  const path = `groups/${groupId(number)}:place-course`;
  const began = performance.now();
  const response = await fetch(`${url}/scheduling/v1/${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ from, weekday: 'tuesday', startTime: '16:00' }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text}`);
  return performance.now() - began;
}
