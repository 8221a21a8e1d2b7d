import type { Acting } from './asker.js';
import { maySend } from './may-send.js';
import { barOf, barRules } from './own-records.js';
import { pageRows, type PageRow } from './page.js';
import { isRetired } from './readers.js';
import { holdsToFamily, holdsToPerson, holdsToReferral, isCase } from './relations.js';
import type { Expected, Request } from './request.js';
import { familySections, referralSections, type Section } from './sections.js';
import { showSection } from './show.js';
import { familyOf, type Basis, type Family, type Referral, type World } from './world.js';

/** What A-AZN-04 asks: who may do the act on the thing, or on whatever there is of a person. */
export interface Search {
  readonly act: string;
  readonly type: 'person' | 'family' | 'referral';
  readonly id: string;
  readonly category?: string;
}

/** A family or a referral, whom it is about, and what of it the acts asked about show. */
interface Searched {
  readonly family: Family;
  readonly referral?: Referral;
  readonly persons: readonly string[];
}

/** A-AZN-04 and 06: the pairs by which somebody may, and of which a citizen is told. */
export function subjectsFound(world: World, who: Acting, request: Request): Expected | undefined {
  const { searched, otherwise } = request;
  if (!searched) return undefined;
  const ours = who.municipality === world.municipality;
  const things = ours ? thingsOf(world, searched) : [];
  const bar = barOf(world, who, { families: things.map(({ family }) => family.id) });
  if (bar) return { status: 403, problem: bar, rule: barRules[bar] };
  const answer = { status: otherwise.status, rule: 'A-AZN-06' };
  const named = searched.type === 'person' ? [searched.id] : things.flatMap(({ persons }) => persons);
  const own = named.filter((person) => holdsToPerson(world, who, person).length > 0);
  if (who.kind === 'citizen' && (own.length === 0 || !tells(searched.act))) return { ...answer, found: [] };
  const ofPerson = searched.type === 'person' ? named : undefined;
  const about = who.kind === 'citizen' ? own : ofPerson;
  const row = pageRows().find(({ act, page }) => act === searched.act && !page);
  const pairs = ours && row ? (world.functions ?? []).filter((pair) => !isRetired(world, pair)) : [];
  const may = (each: string): boolean => {
    const [unit = '', name = ''] = each.split(':');
    const pair: Acting = {
      kind: 'person',
      sub: '',
      anybody: true,
      unit,
      function: name,
      pairs: [each],
      claimed: [each],
    };
    if (maySend(row!, pair)) return false;
    if (ofBases.has(searched.act)) return basesAsked(world, searched, about).some((basis) => finds(world, pair, basis));
    return things.some((thing) => isShown(world, pair, row!, thing, searched, about));
  };
  return { ...answer, found: pairs.filter(may) };
}

const ofBases = new Set(['basis.list', 'basis.read']);
const showing = new Set(['family.read', 'referral.read', 'referral.outcome', ...ofBases]);
/** Of nobody anything is shown by a command, nor by the list of relations. */
const tells = (act: string): boolean => showing.has(act);

function thingsOf(world: World, { act, type, id }: Search): Searched[] {
  const ofReferrals = act.startsWith('referral.');
  if (type === (ofReferrals ? 'family' : 'referral')) return [];
  const there = world.families.filter(({ mergedInto, erased }) => !mergedInto && !erased);
  const all = ofReferrals
    ? world.referrals.flatMap((referral): Searched[] => {
        const family = familyOf(world, referral.family);
        return family ? [{ family, referral, persons: referralSections(world, referral).content.persons }] : [];
      })
    : there.map((family): Searched => ({ family, persons: family.members.map(({ person }) => person) }));
  const named = ({ family, referral }: Searched) => (ofReferrals ? referral?.id : family.id) === id;
  return all.filter((each) => (type === 'person' ? each.persons.includes(id) : named(each)));
}

/** Of a person, and so of all that a citizen asks about: each basis that has it among its persons or givers. */
function basesAsked(world: World, { type, id }: Search, about: readonly string[] | undefined): Basis[] {
  return world.bases
    .filter(({ family }) => type === 'person' || family === id)
    .filter(
      ({ persons, givers }) =>
        !about || [...persons, ...givers.map(({ person }) => person)].some((each) => about.includes(each)),
    );
}

/** A-CON-02. */
function finds(world: World, pair: Acting, { family, fromUnit, toUnit, recordedIn }: Basis): boolean {
  if (pair.function === 'data-protection-officer') return true;
  if (isCase(pair) && [fromUnit, toUnit, recordedIn].includes(pair.unit ?? '')) return true;
  const of = familyOf(world, family);
  const holds = of ? holdsToFamily(world, pair, of) : [];
  return holds.some(({ relation }) => relation === 'triage' || relation === 'coordinator');
}

function isShown(
  world: World,
  pair: Acting,
  row: PageRow,
  { family, referral }: Searched,
  { act, category }: Search,
  about: readonly string[] | undefined,
): boolean {
  const all = referral ? holdsToReferral(world, pair, referral) : holdsToFamily(world, pair, family);
  const holds = all.filter(({ relation }) => row.relations.includes(relation));
  if (holds.length === 0) return false;
  if (!tells(act)) return true;
  const sections = referral ? ofReferral(world, referral, act) : familySections(world, family);
  const shown = (section: Section) => showSection(world, pair, holds, section).reason === undefined;
  const whole = sections.find(({ parts }) => parts);
  return sections
    .filter((section) => category === undefined || section.category === category)
    .filter(({ persons }) => !about || persons.some((person) => about.includes(person)))
    .some((section) => shown(section) && (!whole || section.partOf === undefined || shown(whole)));
}

function ofReferral(world: World, referral: Referral, act: string): Section[] {
  const { content, triage, outcome } = referralSections(world, referral);
  return act === 'referral.read' ? [content, triage, outcome] : [outcome];
}
