import type { Acting } from './asker.js';
import { attendanceFor } from './attendance.js';
import { withdrawn } from './bases.js';
import { childViewsFor, custodyTasksFor } from './children.js';
import { deliveriesFor, dueDeliveries } from './deliveries.js';
import { needFor } from './needs.js';
import { observationsFor } from './observations.js';
import { orientationsOf, ownOrientations } from './orientations.js';
import { plansFor } from './plans.js';
import { informedFor } from './informed.js';
import { linksFor } from './links.js';
import { looksFor, papersFor } from './looks.js';
import { barOf } from './own-records.js';
import { isFollowedUp } from './relations.js';
import type { Expected, Item, Request } from './request.js';
import { separationsFor } from './separations.js';
import { basisEntry, custodySections, structureSection } from './sections.js';
import { toldView } from './told.js';
import { basisFor, enrolmentsFor, figureRowsFor, referralFor, type Reached } from './things.js';
import { videosFor } from './videos.js';
import { viewOf } from './view.js';
import { familyOf, within, type World } from './world.js';

/** The items of the rows that are lists, or undefined: A-LST-01 to 03. */
export function itemsOf(world: World, who: Acting, request: Request, thing: Reached | undefined): Expected | undefined {
  if (request.row.id === 'A-FAM-04') return custodyOf(world, who, request, thing);
  const found = reachable(world, who, request, thing);
  if (!found) return undefined;
  const items: Item[] = [];
  let revocable = false;
  for (const { reached, selects, rests = false } of found) {
    if (request.row.log !== '–' && barOf(world, who, reached.concerned)) continue;
    const view = viewOf(world, who, reached.holds, reached.sections);
    // what is withheld is not looked into by a filter over its fields
    if (selects !== undefined) {
      revocable ||= view.revocable;
      if (view.withheld.length > 0 || !selects) continue;
    }
    revocable ||= view.revocable || rests;
    const withheld = reached.notForYou
      ? [...view.withheld, { category: reached.notForYou, reason: 'not-for-you' }]
      : view.withheld;
    items.push({ id: reached.id, shown: view.shown, withheld });
  }
  if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  return { status: request.otherwise.status, rule: 'A-LST-01', items };
}

/** The rows of the children whose custody is shown; of the others the list itself says that it is withheld. */
function custodyOf(world: World, who: Acting, { otherwise }: Request, thing: Reached | undefined): Expected {
  const family = familyOf(world, thing?.id ?? '');
  if (!thing || !family) return { status: otherwise.status, rule: 'A-LST-01', items: [] };
  const structure = { ...structureSection(world, family), parts: ['custody'] };
  const view = viewOf(world, who, thing.holds, [structure, ...custodySections(world, family)]);
  const only = toldView(world, who, thing.holds, family);
  const shown = view.shown.filter((name) => name.startsWith('family.custody'));
  const told = only.shown.filter((name) => name.startsWith('family.told-custody'));
  const revocable = (shown.length > 0 && view.revocable) || (told.length > 0 && only.revocable);
  if (revocable && world.leaseOver) return { status: 503, problem: 'consent-unavailable', rule: 'A-LEA-01' };
  const items = world.custody
    .filter(({ id, child }) => id !== undefined && shown.includes(`family.custody:${child}`))
    .map(({ id, child }): Item => ({ id: id ?? '', shown: [`family.custody:${child}`], withheld: [] }));
  const withheld = view.withheld.filter(({ category }) => category === 'custody');
  return { status: otherwise.status, rule: 'A-LST-03', items, withheld, told };
}

interface Candidate {
  readonly reached: Reached;
  /** A filter over a field of a section, and whether the field is as wanted. */
  readonly selects?: boolean;
  /** Whether its frame tells of a basis that can be taken back. */
  readonly rests?: boolean;
}

const plain = (all: readonly (Reached | undefined)[]): Candidate[] =>
  all.flatMap((reached) => (reached ? [{ reached }] : []));

function reachable(world: World, who: Acting, request: Request, thing: Reached | undefined): Candidate[] | undefined {
  const { row, named } = request;
  switch (row.id) {
    case 'A-REF-01':
      if (row.path.includes('{')) return undefined;
      return plain([...new Set(world.definitions.map(({ code }) => code))].map(bare));
    case 'A-REF-16':
      return row.method === 'GET' ? plain(webhooksFor(world, who)) : undefined;
    case 'A-REF-05':
      return world.referrals.flatMap((referral) => {
        const reached = referralFor(world, who, request, referral);
        if (!reached) return [];
        return [{ reached, ...(named?.state !== undefined && { selects: referral.state === named.state }) }];
      });
    case 'A-REF-09':
    // nobody went from the list: whoever waits came to it once
    case 'A-REF-10':
      return world.referrals
        .filter(({ waiting }) => waiting)
        .flatMap((referral) => {
          const reached = referralFor(world, who, request, referral);
          return reached ? [{ reached, selects: true }] : [];
        });
    case 'A-REF-14':
      return world.referrals.flatMap((referral) => {
        const reached = referralFor(world, who, request, referral);
        return reached ? [{ reached, selects: true }] : [];
      });
    case 'A-REF-22':
      return plain(separationsFor(world, who, request));
    case 'A-FAM-02':
      return plain(
        enrolmentsFor(world, who, request).filter(({ concerned }) => concerned.families.includes(thing?.id ?? '')),
      );
    case 'A-FAM-03':
      return enrolmentsFor(world, who, request).map((reached) => {
        const group = world.enrolments.find(({ id }) => id === reached.id)?.group;
        return { reached, ...(named?.groupId !== undefined && { selects: group === named.groupId }) };
      });
    case 'A-FAM-06':
      return plain(
        world.relations
          .filter((row) => row.family === thing?.id && within(world.today, row))
          .filter((row) => thing?.holds.some(({ programme }) => programme === row.programme))
          .map(({ id, family }) => ({ id, holds: [], sections: [], concerned: { families: [family] } })),
      );
    case 'A-CON-03':
      return plain(
        world.bases
          .filter(({ family }) => family === named?.family)
          .map((basis) => basisFor(world, who, request, basis)),
      );
    case 'A-CON-10':
      return plain(
        world.bases
          .filter(({ persons, givers }) =>
            [...persons, ...givers.map(({ person }) => person)].includes(thing?.id ?? ''),
          )
          .map((basis) => ({
            id: basis.id,
            holds: thing?.holds ?? [],
            sections: [basisEntry],
            concerned: { families: [] },
            notForYou: basis.givers.every(({ person }) => person !== who.person) ? 'basis-evidence' : undefined,
          })),
      );
    case 'A-FAM-16':
    case 'A-FAM-17':
      return plain(childViewsFor(world, who, request, thing));
    case 'A-FAM-22':
    case 'A-FAM-25':
    case 'A-FAM-29':
      return plain(plansFor(world, request, thing));
    case 'A-FAM-44':
    case 'A-FAM-46':
      return plain(observationsFor(world, who, request, thing));
    case 'A-FAM-52':
    case 'A-FAM-54':
      return plain(videosFor(world, who, request, thing));
    case 'A-FAM-35':
      return informedFor(world, who, request).map((reached) => ({ reached, selects: true }));
    case 'A-FAM-19':
      return custodyTasksFor(world, who, request).map((reached) => ({ reached, selects: true }));
    case 'A-CON-11':
    case 'A-CON-12':
    case 'A-CON-16': {
      const looks = row.method === 'GET' ? looksFor(world, who, row.id, thing) : undefined;
      return looks && plain(looks);
    }
    case 'A-CON-22':
    case 'A-CON-23': {
      const papers = papersFor(world, row.id, thing);
      return papers && plain(papers);
    }
    case 'A-CON-20':
      return plain(orientationsOf(world, who, request));
    case 'A-CON-21':
      return plain(ownOrientations(world, who, thing));
    case 'A-SCH-21':
    case 'A-SCH-22':
      return deliveriesFor(world, who, request, thing);
    case 'A-SCH-26':
    case 'A-SCH-27':
      return plain(attendanceFor(world, request, thing));
    case 'A-SCH-43':
      return (world.needs ?? []).flatMap((need) => {
        const reached = needFor(world, who, request, need);
        return reached ? [{ reached, selects: true }] : [];
      });
    case 'A-SCH-37':
      // every group of the world has the staff that its definition asks for
      return plain([]);
    case 'A-SCH-25':
      return plain(dueDeliveries(world, who));
    case 'A-REP-03':
      return figureRowsFor(world, who, request.target ?? '').map((reached) => ({ reached, selects: true }));
    case 'A-CON-09':
      return plain(soonOver(world, who));
    case 'A-FAM-09':
      return row.method === 'GET' ? plain(world.employees.map(({ id = '' }) => bare(id))) : undefined;
    case 'A-CIT-09':
      return plain(linksFor(world, request));
    case 'A-SCH-01':
    case 'A-SCH-03':
    case 'A-SCH-05':
    case 'A-SCH-09':
      return row.path.includes('{id}') ? undefined : plain(ownThings(world, who, row.id));
    default:
      return undefined;
  }
}

const bare = (id: string): Reached => ({ id, holds: [], sections: [], concerned: { families: [] } });

function ownThings(world: World, who: Acting, row: string): Reached[] {
  const owned = (wanted: string) => world.owned.filter(({ kind }) => kind === wanted);
  // rooms and closing days are everybody's to find
  if (row === 'A-SCH-01') return owned('room').map(({ id }) => bare(id));
  if (row === 'A-SCH-03') return owned('closure').map(({ id }) => bare(id));
  return (row === 'A-SCH-09' ? world.groups : owned('staff'))
    .filter(({ unit }) => unit === who.unit || who.function === 'programme-lead')
    .map(({ id }) => bare(id));
}

/** A-REF-16: a system's are its unit's, and an administrator's every one. */
const webhooksFor = (world: World, who: Acting): Reached[] =>
  world.owned
    .filter(({ kind, unit }) => kind === 'webhook' && (who.kind === 'person' || unit === who.unit))
    .map(({ id }) => bare(id));

/** A-BAS-10: what the unit recorded and will expire within the days of notice; A-CON-09: unless the course that it is for is over. */
const soonOver = (world: World, who: Acting): Reached[] =>
  world.bases
    .filter(({ recordedIn, validTo }) => recordedIn === who.unit && validTo && world.today < validTo)
    .filter((basis) => !basis.ended && !basis.usedUp && !withdrawn(basis))
    .filter((basis) => !['course', 'contact-support'].includes(basis.purpose) || !isFollowedUp(world, basis))
    .filter(({ validTo }) => daysUntil(world.today, validTo ?? '') <= world.noticeDays)
    .map(({ id, family, persons, givers }) => ({
      ...bare(id),
      sections: [basisEntry],
      concerned: { families: [family], persons: [...persons, ...givers.map(({ person }) => person)] },
    }));

const daysUntil = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
