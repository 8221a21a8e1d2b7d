import { askedBy, isRefusal, type Acting } from './asker.js';
import { evaluated } from './decision-api.js';
import { commandRule } from './commands.js';
import { itemsOf } from './lists.js';
import { maySend } from './may-send.js';
import { barOf, barRules } from './own-records.js';
import { thingOf } from './one-thing.js';
import type { Expected, Request } from './request.js';
import { pageRows } from './page.js';
import { asItsRoute } from './pages.js';
import { viewOf } from './view.js';
import { answerOf } from './answer-of.js';
import { familyOf, type World } from './world.js';
import { figuresShown } from './figures.js';
import { readersShown } from './readers.js';
import { holdingsOf } from './holdings.js';
import { feedShown, groupView } from './calendar.js';
import { invitationShown } from './deliveries.js';
import { subjectsFound } from './subject-search.js';

const refused = (status: number, problem: string, rule: string): Expected => ({ status, problem, rule });

/** Rows that section 7 does not bar, beside everything that is not logged (A-OWN-05). */
const neverBarred = new Set(['A-REF-03', 'A-CON-14', 'A-FAM-09', 'A-SCH-02', 'A-SCH-05', 'A-SCH-04', 'A-SCH-10']);

/** Section 5: what a request is answered in a world. The first step that fails gives the answer. */
export function decide(world: World, request: Request): Expected {
  const { row, asker, otherwise } = request;
  if (row.who.some(({ kind }) => kind === 'everybody')) return { ...otherwise, rule: 'A-TOK-01' };
  if (row.who.some(({ kind }) => kind === 'secret-link')) return feedShown(world, request);
  // without a session, which nobody of the matrix has, and without a token a page sends one to sign in
  if (row.page && asker.token === 'none') return { status: 303, rule: 'A-TOK-02' };
  const who = askedBy(world, asker);
  if (isRefusal(who)) return who;
  const stopped = maySend(row, who);
  if (stopped) return stopped;
  if (request.misshapen) return { status: request.misshapen.status, rule: 'A-SHP-01' };
  const { unit } = request.named ?? {};
  if (unit !== undefined && ownUnitOnly(row.id, who) && unit !== who.unit)
    return refused(403, 'foreign-unit', 'A-REL-01');
  return beyondReach(world, who, row.page ? { ...request, row: asItsRoute(row, pageRows()) } : request);
}

/** Rows that say `foreign-unit`: a referral's unit is the sender's; a room or member of staff is in the planner's. */
const ownUnitOnly = (id: string, who: Acting): boolean =>
  id === 'A-REF-03' || (id === 'A-SCH-02' && who.function !== 'programme-lead');

/** Another municipality has the same programmes and nothing of ours. */
const elsewhere = (world: World): World => ({
  ...world,
  families: [],
  custody: [],
  referrals: [],
  groups: [],
  enrolments: [],
  relations: [],
  bases: [],
  employees: [],
  clearances: [],
  links: {},
  linkIds: {},
  owned: [],
  feeds: [],
  figureRows: [],
  childViews: [],
  registrations: [],
  goals: [],
  conversations: [],
  observations: [],
  videos: [],
  attendance: [],
  needs: [],
  separations: [],
  orientations: [],
  deliveries: [],
  looks: [],
  samples: [],
  noted: [],
  leases: [],
});

function beyondReach(ours: World, who: Acting, request: Request): Expected {
  const { row, otherwise } = request;
  const world = who.municipality === ours.municipality ? ours : elsewhere(ours);
  const answer = evaluated(ours, who, request, decide) ?? subjectsFound(ours, who, request);
  if (answer) return answer;
  const thing = thingOf(world, who, request);
  if (thing === 'none needed') {
    const items = itemsOf(world, who, request, undefined);
    if (items) return items;
    if (row.id === 'A-REP-01') return figuresShown(world, who, request);
    return commandRule(world, who, request) ?? { ...otherwise, rule: 'A-FUN-06' };
  }
  if (thing === undefined) return outOfReach(world, who, request);
  // to a service's claim it says that it was there
  if (row.id === 'A-FAM-14' && familyOf(world, thing.id)?.erased) return refused(410, 'family-erased', 'A-REL-04');
  if (thing.mergedInto !== undefined && row.log === 'L')
    return { status: 308, rule: 'A-REL-04', location: thing.mergedInto };
  const bar =
    row.log === '–' || neverBarred.has(row.id)
      ? undefined
      : barOf(world, who, thing.concerned, { colleagues: row.id !== 'A-FAM-10' });
  if (bar) return refused(403, bar, barRules[bar]);
  if (row.log === 'C')
    return (
      commandRule(world, who, request) ?? { ...otherwise, rule: 'A-CMD-01', ...answerOf(world, who, request, thing) }
    );
  const items = itemsOf(world, who, request, thing);
  if (items) return items;
  if (row.id === 'A-OPS-03') return holdingsOf(world, who, thing.id, otherwise.status);
  if (row.id === 'A-OPS-04') return readersShown(world, who, thing.id, otherwise.status);
  if (row.id === 'A-SCH-11') return groupView(world, who, request);
  if (row.id === 'A-SCH-19') return invitationShown(world, who, request, thing);
  const view = viewOf(world, who, thing.holds, thing.sections);
  if (view.revocable && world.leaseOver) return refused(503, 'consent-unavailable', 'A-LEA-01');
  const withheld = thing.notForYou
    ? [...view.withheld, { category: thing.notForYou, reason: 'not-for-you' }]
    : view.withheld;
  return { status: otherwise.status, rule: view.rule, shown: view.shown, withheld };
}

/** A-REL-02 and 03: 404 by address; by body the row's slug; a list of what is out of reach is empty. */
function outOfReach(world: World, who: Acting, request: Request): Expected {
  const { row, target } = request;
  if (target !== undefined) return refused(404, 'not-found', 'A-REL-02');
  if (['A-SCH-10', 'A-SCH-14', 'A-SCH-28', 'A-SCH-41', 'A-SCH-51'].includes(row.id))
    return refused(422, 'resource-unknown', 'A-REL-03');
  if (row.log === 'C') return refused(422, 'family-unknown', 'A-REL-03');
  return itemsOf(world, who, request, undefined) ?? refused(404, 'not-found', 'A-REL-02');
}
