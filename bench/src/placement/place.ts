import { newId } from '@helhed/kernel';
import type { TestActor } from '@helhed/testing';
import { groupId, roomId } from './store-bookings.js';

const conversations = 18;
const aDay = 3;

/** What it took, in milliseconds, as its asker waits for it. */
export interface Placed {
  /** 13 sessions and 3 evenings with all who come, in one act. */
  readonly course: number;
  /** The room for each of 18 conversations, one after the other. */
  readonly conversations: number;
}

/** Of the actor's unit. @param from ISO date: a Tuesday, the first session's */
export async function place(url: string, actor: TestActor, number: number, from: string): Promise<Placed> {
  const authorization = `Bearer ${await actor.token()}`;
  const send = async (path: string, body: object, headers: Record<string, string>): Promise<void> => {
    const response = await fetch(`${url}/scheduling/v1/${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text}`);
  };
  const began = performance.now();
  const wish = { from, weekday: 'tuesday', startTime: '16:00' };
  await send(`groups/${groupId(number)}:place-course`, wish, { 'if-match': '"1"' });
  const placed = performance.now();
  for (let n = 0; n < conversations; n++)
    await send('bookings', conversation(number, n, from), { 'idempotency-key': newId() });
  return { course: placed - began, conversations: performance.now() - placed };
}

/** Before noon, three a day, on days on which nothing else is. */
function conversation(group: number, n: number, from: string) {
  const date = new Date(Date.parse(from) + (1 + Math.floor(n / aDay)) * 7 * 86_400_000 + 86_400_000);
  return {
    room: roomId(group),
    date: date.toISOString().slice(0, 10),
    startTime: `${String(9 + (n % aDay)).padStart(2, '0')}:00`,
    minutes: 45,
  };
}
