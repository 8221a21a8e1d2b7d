import type { Delivery, Feed } from '../oracle/recorded.js';
import type { Group } from '../oracle/world.js';
import type { Person } from './cast.js';
import { send } from './http.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { recordConsent, takeBack } from './record-consent.js';

interface Given {
  readonly id: string;
  readonly kind: Delivery['kind'];
}

/** Which sessions are asked for, and which of them is called off afterwards. */
export interface Out {
  readonly group: Group;
  readonly session: string;
  readonly off: string;
  readonly feeds: readonly Feed[];
}

/**
 * A family's invitations as its coordinator and, where it is called off, its group's leader take them, and its calendar
 * as its reader does. The coordinator hears of appointments while both parents let it.
 */
export async function giveOut(maker: Maker, made: Made, out: Out): Promise<Delivery[]> {
  const { family, scenario } = made;
  if (!['plain', 'withdrawn'].includes(scenario.name)) return [];
  if (!out.group.seats.some((seat) => seat.family === family.id)) throw new Error(`${scenario.name} has no seat`);
  const back = typeof scenario.bases === 'object' && typeof scenario.bases.became === 'object';
  const basis = await letHear(maker, made, out.group.unit, back);
  const given: Delivery[] = [];
  const note = async (more: Omit<Delivery, 'id' | 'family'>) => {
    const found = await deliveries(maker, made);
    const fresh = found.find(({ id }) => given.every((each) => each.id !== id));
    if (found.length !== given.length + 1 || fresh?.kind !== more.kind)
      throw new Error(`${more.kind} was not noted once`);
    given.push({ id: fresh.id, family: family.id, ...more });
  };
  const child = made.persons['barn'] ?? '';
  const to = (ref: string) => ({ recipient: made.persons[ref] ?? '', about: [made.persons[ref] ?? '', child] });
  const take = async (who: Person, session: string, cancel: Delivery['cancel'], ref = 'mor') => {
    const { recipient } = to(ref);
    const path = `/scheduling/v1/sessions/${session}/invitation?family=${family.id}&recipient=${recipient}`;
    const token = await maker.cast.as(who).token();
    await maker.until(
      () => send(maker.platform.url, { method: 'GET', path, token }),
      ({ text }) => text.includes('BEGIN:VEVENT'),
      `${who}'s invitation to ${scenario.name}`,
    );
    const [unit = ''] = maker.cast.as(who).asker.pairs?.[0]?.split(':') ?? [];
    await note({ kind: 'invitation', unit, session, cancel, ...to(ref) });
  };
  await take('frida', out.session, back ? 'due' : 'none');
  if (scenario.name === 'plain') {
    for (const who of ['frida', 'gitte'] as const) await take(who, out.off, 'due');
    await take('gitte', out.session, 'none', 'far');
  }
  const feed = out.feeds.find(({ recipient }) => recipient === made.persons['mor']);
  // of a calendar that nobody may show anything in any more, nothing is given out
  if (feed && !back) {
    const path = `/scheduling/v1/feeds/${feed.secret}.ics`;
    await maker.until(
      () => send(maker.platform.url, { method: 'GET', path }),
      ({ text }) => text.includes('BEGIN:VEVENT'),
      `the calendar of ${scenario.name}`,
    );
    await note({ kind: 'feed', cancel: 'none', ...to('mor') });
  }
  if (back) await takeBack(maker, made, basis);
  return given;
}

const deliveries = async (maker: Maker, { family }: Made): Promise<readonly Given[]> =>
  (await maker.get<{ items: readonly Given[] }>('lone', `/scheduling/v1/families/${family.id}/deliveries`)).items;

/** The parents let the coordinator's department know of the family's appointments. */
const letHear = (maker: Maker, made: Made, fromUnit: string, back: boolean): Promise<string> =>
  recordConsent(
    maker,
    made,
    {
      layer: 'disclosure',
      purpose: 'coordination',
      categories: ['appointments'],
      fromUnit,
      toUnit: 'familieafdelingen',
    },
    back,
  );
