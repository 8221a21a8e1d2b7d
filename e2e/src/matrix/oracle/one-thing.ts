import type { Acting } from './asker.js';
import { attended, sheetOf } from './attendance.js';
import { talkedWith } from './conversations.js';
import { needAt } from './needs.js';
import { observationFor } from './observations.js';
import { conversationFor } from './plans.js';
import { holdsToFamily, holdsToPerson, isCase } from './relations.js';
import type { Request } from './request.js';
import { separationThing } from './separations.js';
import { basisFor, familyFor, referralFor, type Reached } from './things.js';
import { videoFor } from './videos.js';
import { familyOf, type Row, type World } from './world.js';

type Found = Reached | undefined | 'none needed';

/** Rows below the address of a person, whom a citizen must reach. */
const ofAPerson = new Set([
  'A-CON-10',
  'A-CON-11',
  'A-CON-21',
  'A-CON-23',
  'A-FAM-17',
  'A-FAM-46',
  'A-FAM-54',
  'A-OPS-03',
  'A-OPS-04',
  'A-SCH-22',
  'A-SCH-27',
]);

const bare = (id: string, families: readonly string[] = []): Reached => ({
  id,
  holds: [],
  sections: [],
  concerned: { families },
});

/** Step 6: the thing that the address or the body names, where a relation of the row reaches it. */
export function thingOf(world: World, who: Acting, request: Request): Found {
  const { row, target, named } = request;
  const [, area = ''] = row.id.split('-');
  if (row.id === 'A-REF-20' || row.id === 'A-REF-21') return separationThing(world, who, request);
  if (area === 'REF') return referralThing(world, who, request);
  if (row.id === 'A-FAM-08') return relationThing(world, who, request);
  if (ofAPerson.has(row.id)) {
    const holds = holdsToPerson(world, who, target ?? '');
    return holds.length > 0 ? { ...bare(target ?? ''), holds } : undefined;
  }
  if (row.id === 'A-CON-16')
    return world.looks?.some(({ unit, family }) => unit === who.unit && family === target)
      ? bare(target ?? '', [target ?? ''])
      : undefined;
  if (row.id === 'A-CON-22') return ofPapers(world, who, request);
  if (row.id === 'A-CON-13') {
    const look = world.looks?.find(({ id, unit }) => id === target && unit === who.unit);
    return look && bare(target ?? '', [look.family]);
  }
  if (row.id === 'A-CON-18') {
    const look = world.looks?.find(({ id }) => id === target);
    return look && bare(target ?? '', [look.family]);
  }
  if (row.id === 'A-CON-14' && target !== undefined)
    return world.leases?.some(({ id, service }) => id === target && service === who.name) ? bare(target) : undefined;
  if (row.id === 'A-CON-12' && target !== undefined) return world.samples?.includes(target) ? bare(target) : undefined;
  if (row.id === 'A-CIT-02') return personThing(world, who, request);
  if (row.id === 'A-CIT-04') return linkThing(world, who, target);
  if (row.page && row.id === 'A-SCH-28') return sheetOf(world, who, request);
  if (row.id === 'A-SCH-40')
    return world.owned.some(({ id, kind }) => id === target && kind === 'session') ? bare(target ?? '') : undefined;
  if (row.id === 'A-SCH-28' || row.id === 'A-SCH-29') return attended(world, who, request);
  if (row.id === 'A-SCH-41' || row.id === 'A-SCH-42') return needAt(world, who, request);
  if (row.id === 'A-SCH-51' || row.id === 'A-SCH-52') return talkedWith(world, who, request);
  if (area === 'SCH' && row.id !== 'A-SCH-21' && row.id !== 'A-SCH-26') return planned(world, who, request);
  if (/\/bases\/\{id\}/.test(row.path)) {
    const basis = world.bases.find(({ id }) => id === target);
    return basis && basisFor(world, who, request, basis);
  }
  if (row.id === 'A-CON-20' || row.id === 'A-FAM-19' || row.id === 'A-FAM-35') return 'none needed';
  if (/^A-(CON-(01|19)|FAM-(01|02|04|05|06|07|10|15|16|18|2[1-5789]|3[24]|41|44|5[12])|SCH-2[16])$/.test(row.id)) {
    const id = named?.family ?? familyBehind(world, target);
    const family = id === undefined ? undefined : familyOf(world, id);
    return family && familyFor(world, who, request, family);
  }
  if (['A-FAM-42', 'A-FAM-43', 'A-FAM-45'].includes(row.id)) return observationFor(world, who, request);
  if (row.id === 'A-FAM-53') return videoFor(world, who, request);
  if (row.id === 'A-FAM-30') return conversationFor(world, who, request);
  if (row.id === 'A-FAM-13') return world.enrolments.some(({ id }) => id === target) ? bare(target ?? '') : undefined;
  if (row.id === 'A-FAM-14') return familyOf(world, target ?? '') && bare(target ?? '');
  const machines = row.who.every(({ kind }) => kind === 'service' || kind === 'operator');
  if (target === undefined || area === 'REP' || machines) return 'none needed';
  return world.employees.some((each) => each.id === target) ? bare(target) : undefined;
}

/** A-CON-22: by a relation, or by having recorded a basis about the family. */
function ofPapers(world: World, who: Acting, request: Request): Found {
  const family = familyOf(world, request.target ?? '');
  if (!family) return undefined;
  const recorded = world.bases.some((basis) => basis.family === family.id && basis.recordedIn === who.unit);
  return familyFor(world, who, request, family) ?? (recorded && isCase(who) ? bare(family.id, [family.id]) : undefined);
}

/** The family of a custody row, a clearance, a child's view, a goal, or itself. */
const familyBehind = (world: World, id: string | undefined): string | undefined => {
  const child = world.custody.find((row) => row.id !== undefined && row.id === id)?.child;
  return (
    world.families.find((family) => family.members.some(({ person }) => person === child))?.id ??
    world.clearances.find((each) => each.id !== undefined && each.id === id)?.family ??
    [...(world.childViews ?? []), ...(world.goals ?? [])].find((each) => each.id === id)?.family ??
    id
  );
};

function referralThing(world: World, who: Acting, request: Request): Found {
  const { target, row } = request;
  if (target === undefined || !row.path.includes('/referrals/')) return 'none needed';
  const referral = world.referrals.find(({ id }) => id === target);
  return referral && referralFor(world, who, request, referral);
}

function relationThing(world: World, who: Acting, request: Request): Found {
  const row = world.relations.find(({ id }) => id === request.target);
  const family = row && familyOf(world, row.family);
  if (!row || !family) return undefined;
  const inProgramme = holdsToFamily(world, who, family).filter(({ programme }) => programme === row.programme);
  const holds = inProgramme.filter(({ relation }) => keepers.has(relation));
  return holds.length > 0 || namesThem(row, who) ? bare(row.id, [row.family]) : undefined;
}

/** A-FAM-08: whom a row names; a partner's names whoever acts in its pair, an institution's whoever acts in its unit. */
export function namesThem({ kind, unit, function: name, sub }: Row, who: Acting): boolean {
  if (kind === 'institution') return unit === who.unit && isCase(who);
  return kind === 'partner' ? unit === who.unit && name === who.function : sub === who.sub;
}

const keepers = new Set(['triage', 'lead', 'coordinator']);

function personThing(world: World, who: Acting, request: Request): Found {
  const families = world.families.filter(
    ({ members, mergedInto }) => !mergedInto && members.some(({ person }) => person === request.target),
  );
  const reached = families.filter((family) =>
    holdsToFamily(world, who, family).some(({ relation }) => request.row.relations.includes(relation)),
  );
  return reached.length > 0
    ? bare(
        request.target ?? '',
        families.map(({ id }) => id),
      )
    : undefined;
}

function linkThing(world: World, who: Acting, target: string | undefined): Found {
  const sub = Object.keys(world.links).find((each) => world.linkIds?.[each] === target);
  if (sub === undefined) return undefined;
  return who.kind === 'person' || sub === who.sub ? bare(target ?? '') : undefined;
}

/** Scheduling's own things: the actor's unit, or the programme lead. */
function planned(world: World, who: Acting, request: Request): Found {
  const { row, target, named } = request;
  const ours = (unit: string) => unit === who.unit || who.function === 'programme-lead';
  if (row.id === 'A-SCH-14' || row.id === 'A-SCH-15') return feedThing(world, who, request, ours);
  if (row.id === 'A-SCH-19') {
    const family = familyOf(world, named?.family ?? '');
    const found = family ? holdsToFamily(world, who, family) : [];
    const holds = found.filter(({ relation }) => row.relations.includes(relation));
    return holds.length > 0 ? { ...bare(target ?? '', [family?.id ?? '']), holds } : undefined;
  }
  if (target === undefined) {
    const staff = world.owned.find(({ id }) => id === named?.staff);
    if (row.id === 'A-SCH-10' && named?.staff !== undefined)
      return staff && ours(staff.unit) ? bare(staff.id) : undefined;
    return 'none needed';
  }
  const open = row.id === 'A-SCH-01' || row.id === 'A-SCH-03';
  const unit = world.owned.find(({ id }) => id === target)?.unit ?? world.groups.find(({ id }) => id === target)?.unit;
  return unit !== undefined && (open || ours(unit)) ? bare(target) : undefined;
}

function feedThing(world: World, who: Acting, { row, target, named }: Request, ours: (unit: string) => boolean): Found {
  const feed = target === undefined ? undefined : world.feeds.find(({ id }) => id === target);
  const family = familyOf(world, feed?.for === 'family' ? feed.subject : (named?.family ?? ''));
  if (family) {
    const holds = holdsToFamily(world, who, family).filter(({ relation }) => row.relations.includes(relation));
    return holds.length > 0 ? bare(target ?? family.id, [family.id]) : undefined;
  }
  const staff = world.owned.find(({ id }) => id === (feed?.subject ?? named?.staff));
  return staff && (ours(staff.unit) || staff.sub === who.sub) ? bare(target ?? staff.id) : undefined;
}
