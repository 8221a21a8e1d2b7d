import type { Acting } from './asker.js';
import { groupOf } from './attendance.js';
import type { Expected, Request } from './request.js';
import type { Delivery } from './recorded.js';
import { feedSection, mayReceive } from './recipients.js';
import type { Section } from './sections.js';
import { showSection } from './show.js';
import type { Reached } from './things.js';
import { viewOf } from './view.js';
import { familyOf, type World } from './world.js';

const told = (name: string): Section => ({
  name,
  category: 'appointments',
  persons: [],
  owners: 'every',
  needsNoBasis: true,
});

const asItem = (delivery: Delivery, sections: readonly string[]): Reached => ({
  id: delivery.id,
  holds: [],
  sections: sections.map(told),
  concerned: { families: [delivery.family] },
});

interface Told {
  readonly reached: Reached;
  /** On a basis that can be taken back. */
  readonly rests: boolean;
}

/** A-SCH-21 and 22: what was given out of a family's calendar; or what was for a person, or told something of it. */
export function deliveriesFor(world: World, who: Acting, { row }: Request, thing: Reached | undefined): Told[] {
  const ofFamily = row.id === 'A-SCH-21';
  return (world.deliveries ?? [])
    .filter(({ family, about }) => (ofFamily ? family === thing?.id : about.includes(thing?.id ?? '')))
    .map((delivery) => {
      const { kind, cancel, recipient } = delivery;
      // A-CIT-05: no other adult than the citizen
      const known = ofFamily || [thing?.id, who.person].includes(recipient);
      const reached = asItem(delivery, [kind, `cancel:${cancel}`, `recipient:${known ? recipient : 'null'}`]);
      return { reached, rests: restsOnConsent(world, delivery) };
    });
}

/** A-SCH-23: that no CANCEL is due tells that whoever took it may still show it, and rests on what that rests on. */
function restsOnConsent(world: World, { family: id, cancel, unit, session = '', recipient }: Delivery): boolean {
  const [family, group] = [familyOf(world, id), groupOf(world, session)];
  if (cancel !== 'none' || !unit || !family || !group) return false;
  const kind = world.owned.find((each) => each.id === session)?.appointment ?? 'session';
  const section = feedSection(world, family, recipient, { group, kind });
  const taker: Acting = { kind: 'person', sub: '', pairs: [], claimed: [], unit };
  const holds = [{ relation: unit === group.unit ? 'group' : 'coordinator', programme: group.programme } as const];
  return section !== undefined && showSection(world, taker, holds, section).revocable;
}

/** A-SCH-25: the invitations that the unit took and that are to be called off; to a programme lead those of all. */
export const dueDeliveries = (world: World, who: Acting): Reached[] =>
  (world.deliveries ?? [])
    .filter(({ cancel, unit }) => cancel === 'due' && (unit === who.unit || who.function === 'programme-lead'))
    .map((delivery) => {
      const { family, session = '', unit = '', recipient } = delivery;
      return asItem(delivery, [`family:${family}`, `session:${session}`, `unit:${unit}`, `recipient:${recipient}`]);
    });

/** A-SCH-19 and 23: the appointment; where it may not be shown, its end to whoever was given it, and to others nothing. */
export function invitationShown(world: World, who: Acting, request: Request, { holds, concerned }: Reached): Expected {
  const { target, named, otherwise } = request;
  const family = familyOf(world, concerned.families[0] ?? '');
  const session = world.owned.find(({ id }) => id === target);
  const group = world.groups.find(({ id }) => id === session?.group);
  const { recipient = '' } = named ?? {};
  const given = world.deliveries?.find(
    (each) =>
      each.session === target && each.unit === who.unit && each.family === family?.id && each.recipient === recipient,
  );
  const cancel = { status: otherwise.status, rule: 'A-SCH-23', shown: ['cancel'] };
  const theirs = session?.family === undefined || session.family === family?.id;
  const seated = theirs && (group?.seats.some((seat) => seat.family === family?.id) ?? false);
  const kind = session?.appointment ?? 'session';
  const section =
    family && group && seated && mayReceive(world, family, recipient)
      ? feedSection(world, family, recipient, { group, kind })
      : undefined;
  // the family is what is reached; section 7 was asked of it before
  if (!section) return given?.cancel === 'due' ? cancel : { status: 404, problem: 'not-found', rule: 'A-SCH-24' };
  const view = viewOf(world, who, holds, [section]);
  if (view.shown.length > 0 && !world.cancelled?.includes(target ?? '')) {
    if (view.revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
    return { status: otherwise.status, rule: 'A-SEC-01', shown: view.shown };
  }
  return given ? cancel : { status: otherwise.status, rule: 'A-SEC-07', shown: [] };
}
