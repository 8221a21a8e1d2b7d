import type { Need } from '../oracle/recorded.js';
import type { Group } from '../oracle/world.js';
import type { Maker } from './maker.js';

/** Each family with a seat in Gitte's group needs an interpreter at one session; what the definition says stands at each. */
export async function nameNeeds(maker: Maker, { seats, unit, programme }: Group, session: string): Promise<Need[]> {
  const named: Need[] = [];
  for (const { family } of seats) {
    const body = { kind: 'interpreter', appointment: session, family, language: 'ar' };
    const { id } = await maker.post<{ id: string }>('gitte', '/scheduling/v1/needs', body);
    named.push({ id, family, programme, unit });
  }
  const { items } = await maker.get<{ items: Need[] }>('lone', '/scheduling/v1/needs?limit=200');
  const whole = items.filter(({ family }) => family === null);
  return [...named, ...whole.map(({ id, programme: of, unit: at }) => ({ id, family: null, programme: of, unit: at }))];
}
