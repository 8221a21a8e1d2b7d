import type { Acting } from './asker.js';
import type { Expected, Request } from './request.js';
import type { Delivery } from './recorded.js';
import { feedSection, type Section } from './sections.js';
import type { Reached } from './things.js';
import { viewOf } from './view.js';
import type { World } from './world.js';

const told = (name: string): Section => ({
  name,
  category: 'appointments',
  persons: [],
  owners: 'every',
  needsNoBasis: true,
});

const item = ({ id, family, kind, cancel }: Delivery): Reached => ({
  id,
  holds: [],
  sections: [told(kind), told(`cancel:${cancel}`)],
  concerned: { families: [family] },
});

/** A-SCH-21 and 22: what was given out of a family's calendar, or of those of a person's families. */
export function deliveriesFor(world: World, { row }: Request, thing: Reached | undefined): Reached[] {
  const families =
    row.id === 'A-SCH-21'
      ? [thing?.id]
      : world.families.filter(({ members }) => members.some(({ person }) => person === thing?.id)).map(({ id }) => id);
  return (world.deliveries ?? []).filter(({ family }) => families.includes(family)).map(item);
}

/** A-SCH-19 and 23: the appointment; where it may not be shown, its end to whoever was given it, and to others nothing. */
export function invitationShown(world: World, who: Acting, request: Request, { holds, concerned }: Reached): Expected {
  const { target, otherwise } = request;
  const [family = ''] = concerned.families;
  const session = world.owned.find(({ id }) => id === target);
  const group = world.groups.find(({ id }) => id === session?.group);
  // the family is what is reached; section 7 was asked of it before
  if (!group?.seats.some((seat) => seat.family === family))
    return { status: 404, problem: 'not-found', rule: 'A-REL-02' };
  const view = viewOf(world, who, holds, [feedSection(world, family, group)]);
  if (view.shown.length > 0 && !world.cancelled?.includes(target ?? '')) {
    if (view.revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
    return { status: otherwise.status, rule: 'A-SEC-01', shown: view.shown };
  }
  const given = world.deliveries?.some(
    (each) => each.session === target && each.unit === who.unit && each.family === family,
  );
  return { status: otherwise.status, rule: given ? 'A-SCH-23' : 'A-SEC-07', shown: given ? ['cancel'] : [] };
}
