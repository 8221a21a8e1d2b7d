import type { Acting } from './asker.js';
import { groupOf } from './attendance.js';
import { untold } from './named-people.js';
import { holdsToFamily } from './relations.js';
import type { Expected, Request } from './request.js';
import { seatSection } from './sections.js';
import { showSection } from './show.js';
import { only } from './things.js';
import { familyOf, type World } from './world.js';

/** A-CMD-06: who came, and a conversation, are for whom the family's seat would be shown to; to others all are withheld alike. */
export function seatRule(world: World, who: Acting, request: Request): Expected | undefined {
  const of = placeAsked(world, request);
  const family = familyOf(world, of.family);
  const group = world.groups.find(({ id }) => id === of.group);
  const seat = group?.seats.find((each) => each.family === family?.id);
  if (!family || !group || !seat) return undefined;
  const holds = only(holdsToFamily(world, who, family), request).filter(
    ({ programme }) => programme === group.programme,
  );
  const { reason, revocable } = showSection(world, who, holds, seatSection(world, group, seat));
  if (reason !== undefined) return { status: 409, problem: 'seat-withheld', rule: 'A-CMD-06', wrong: untold };
  return revocable && world.leaseOver ? { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' } : undefined;
}

/** The family and the group: of what was noted, of the conversation, or as the body names them. */
function placeAsked(world: World, { target, named }: Request): { readonly family: string; readonly group: string } {
  const noted = (world.attendance ?? []).find(({ id }) => id === target);
  const talk = world.owned.find(({ id, kind }) => kind === 'conversation' && id === target);
  const session = noted?.session ?? named?.session ?? '';
  return {
    family: noted?.family ?? talk?.family ?? named?.family ?? '',
    group: talk?.group ?? named?.groupId ?? groupOf(world, session)?.id ?? '',
  };
}
