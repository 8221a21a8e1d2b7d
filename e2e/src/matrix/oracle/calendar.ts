import type { Acting } from './asker.js';
import { barOf } from './own-records.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Item, Request } from './request.js';
import { feedSection } from './recipients.js';
import type { Appointment } from './recorded.js';
import { seatSection } from './sections.js';
import { showSection } from './show.js';
import { viewOf } from './view.js';
import { familyOf, type World } from './world.js';

/** A-SCH-11: each seat under its own family's decision; the group itself is barred to nobody. */
export function groupView(world: World, who: Acting, { target, row, otherwise }: Request): Expected {
  const group = world.groups.find(({ id }) => id === target);
  let revocable = false;
  const items = (group?.seats ?? []).map((seat): Item => {
    const family = familyOf(world, seat.family);
    const bar = barOf(world, who, { families: [seat.family] });
    if (bar) return { id: seat.id, shown: [], withheld: [{ category: 'appointments', reason: bar }] };
    const holds = family ? holdsToFamily(world, who, family) : [];
    const useful = holds.filter(({ relation }) => row.relations.includes(relation) && relation !== 'planner');
    if (!group || useful.length === 0)
      return { id: seat.id, shown: [], withheld: [{ category: 'appointments', reason: 'no-basis' }] };
    const view = viewOf(world, who, useful, [seatSection(world, group, seat)]);
    revocable ||= view.revocable;
    return { id: seat.id, shown: view.shown, withheld: view.withheld };
  });
  if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  return { status: otherwise.status, rule: 'A-SEC-01', items };
}

const kinds: readonly Appointment[] = ['session', 'theme-evening', 'conversation'];

/** A-SCH-16 and A-SEC-07: what may not be shown is not there, and nothing says why. */
export function feedShown(world: World, { target, otherwise }: Request): Expected {
  const feed = world.feeds.find(({ secret }) => secret === target);
  if (!feed) return { status: 404, problem: 'not-found', rule: 'A-REL-02' };
  if (feed.for === 'staff')
    return { status: otherwise.status, rule: 'A-TOK-01', shown: ['feed.entries'], withheld: [] };
  const family = familyOf(world, feed.subject);
  let revocable = false;
  const entries: string[] = [];
  for (const group of world.groups.filter(({ seats }) => seats.some((seat) => seat.family === feed.subject)))
    for (const kind of kinds) {
      const link: Acting = { kind: 'service', sub: feed.id, pairs: [], claimed: [], unit: group.unit };
      const holds = [{ relation: 'link', programme: group.programme }];
      const section = family && feedSection(world, family, feed.recipient ?? '', { group, kind });
      const shown = section && showSection(world, link, holds, section);
      if (!shown || shown.reason !== undefined) continue;
      revocable ||= shown.revocable;
      // one that is off is there, as being off
      const ofGroup = world.owned.filter((each) => each.group === group.id && each.appointment === kind);
      // A-SCH-53: of the conversations, the family's own
      const own = ofGroup.filter((each) => each.family === undefined || each.family === feed.subject);
      entries.push(...own.map(({ id }) => id));
    }
  if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  const shown = entries.length > 0 ? ['feed.entries'] : [];
  return { status: otherwise.status, rule: 'A-SEC-07', shown, withheld: [], entries };
}
