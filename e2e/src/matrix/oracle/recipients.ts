import type { Appointment } from './recorded.js';
import type { Section } from './sections.js';
import { holdersOf, type Family, type Group, type Member, type World } from './world.js';

const enrolled = (world: World, { id, members }: Family): readonly Member[] =>
  world.enrolments.some(({ family, ended }) => family === id && !ended) ? members : [];

/** A-SCH-24: a member who is enrolled in another role than a child, who holds custody today, or who is linked. */
export function mayReceive(world: World, family: Family, person: string | undefined): boolean {
  const member = family.members.find((each) => each.person === person);
  if (!member) return false;
  const grown = member.role !== 'child' && enrolled(world, family).includes(member);
  const children = family.members.filter(({ role }) => role === 'child');
  const holds = children.some((child) => holdersOf(world, child.person).includes(member.person));
  return grown || holds || Object.values(world.links).includes(member.person);
}

/** Who of a family comes to an appointment of its group. */
function whoComes(world: World, family: Family, kind: Appointment): readonly Member[] {
  const members = enrolled(world, family);
  if (kind !== 'session') return members.filter(({ role }) => role === 'parent');
  const children = members.filter(({ role }) => role === 'child');
  const withCustody = ({ person }: Member) =>
    children.length === 0 || children.some((child) => holdersOf(world, child.person).includes(person));
  return members.filter((member) => member.role !== 'parent' || withCustody(member));
}

/** What of a group's appointments is in a recipient's calendar, and whom it tells of; undefined: they are not in it. */
export function feedSection(
  world: World,
  family: Family,
  recipient: string,
  { group, kind }: { readonly group: Group; readonly kind: Appointment },
): Section | undefined {
  const coming = whoComes(world, family, kind);
  const children = coming
    .filter(({ role, person }) => kind === 'session' && role === 'child' && person !== recipient)
    .filter(({ person }) => holdersOf(world, person).includes(recipient))
    .map(({ person }) => person);
  if (children.length === 0 && !coming.some(({ person }) => person === recipient)) return undefined;
  return { name: 'feed.entries', category: 'appointments', persons: [recipient, ...children], owners: [group.unit] };
}
