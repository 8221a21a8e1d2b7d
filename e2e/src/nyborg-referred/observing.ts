import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import { recordConsent, type Members } from './basis.js';
import { dayCareAs } from './day-care.js';
import type { Referral } from './referrals.js';
import type { Parent } from './who-has-looked.js';
import { programme, type World } from './world.js';

/** What is seen of each parent of the family that accepts, in the order in which they stand in it. */
const seen = [
  { as: 'maja', note: 'Alma søger sin mors blik, før hun tør prøve tårnet af.' },
  { as: 'jonas', note: 'Alma griner, når hendes far lader hende bestemme legen.' },
] as const;

/** An observation that was accepted and noted: of whom, and what only that parent and the psychologist read. */
export interface Mim {
  readonly id: string;
  readonly as: Parent;
  readonly parentId: string;
  readonly personId: string;
  readonly note: string;
}

interface Observation {
  readonly id: string;
  readonly state?: string;
  readonly notes?: readonly { readonly note: string }[];
}

interface Page {
  readonly items: readonly Observation[];
}

/**
 * A psychologist of the family's team, whom the parents let know who is in the family, offers one of them to observe how it and
 * the child are together. @returns the offer's id
 */
export async function offerObservation(world: World, family: Members, on: string): Promise<string> {
  await letPsychologistKnow(world, family, on);
  return offerTo(world, family, 0);
}

const letPsychologistKnow = (world: World, family: Members, on: string): Promise<string> =>
  recordConsent(world, family, on, {
    as: 'petra',
    layer: 'disclosure',
    purpose: 'coordination',
    categories: ['family-structure'],
    fromUnit: 'familiestuen',
    toUnit: 'ppr',
  });

const withRole = ({ members }: Members, wanted: 'parent' | 'child'): string[] =>
  members.filter(({ role }) => role === wanted).map(({ personId }) => personId as string);

/** @param nth which of its parents: from 0 */
async function offerTo({ api, municipality }: World, family: Members, nth: number): Promise<string> {
  const [personId] = withRole(family, 'child');
  const ask = {
    as: municipality.as('petra'),
    body: { familyId: family.familyId, programme, personId, parentId: withRole(family, 'parent')[nth] },
    notYet: /not-a-member/,
  };
  const offer = () => api.post<{ id: string }>('/family-plan/v1/observations', ask);
  const { body } = await eventually(
    'who is in the family known to its psychologist',
    offer,
    ({ status }) => status === 201,
  );
  return body.id;
}

/** MIM is offered to a parent of each family, and to both of the first: these accept and let it be observed, the others say no. */
export async function offerMim(world: World, referrals: readonly Referral[], at: Date): Promise<Mim[]> {
  const { api, municipality } = world;
  const as = municipality.as('petra');
  const on = localDate(at);
  const offered: string[] = [];
  for (const referral of referrals) {
    const tie = { kind: 'team', unit: 'ppr', function: 'psychologist', sub: municipality.subjects['petra'], from: on };
    await api.post('/family-plan/v1/relations', {
      as: municipality.as('vibeke'),
      body: { familyId: referral.familyId, programme, ...tie },
    });
    offered.push(await offerObservation(world, referral, on));
  }
  const [first] = referrals as [Referral];
  const [accepted, ...declined] = offered as [string, ...string[]];
  for (const id of declined) await api.post(`/family-plan/v1/observations/${id}:decline`, { as });
  const [personId] = withRole(first, 'child') as [string];
  const mims = seen.map((each, nth) => ({ ...each, personId, parentId: withRole(first, 'parent')[nth] as string }));
  const both = mims.map(async (mim, nth) => ({ ...mim, id: nth === 0 ? accepted : await offerTo(world, first, nth) }));
  return noteBoth(world, first, on, await Promise.all(both));
}

async function noteBoth(world: World, family: Referral, on: string, mims: Mim[]): Promise<Mim[]> {
  const { api, municipality } = world;
  const as = municipality.as('petra');
  const noting = ({ id, note }: Mim) =>
    api.post(`/family-plan/v1/observations/${id}:note`, { as, body: { heldOn: on, note }, notYet: /basis-missing/ });
  for (const mim of mims) {
    await api.post(`/family-plan/v1/observations/${mim.id}:accept`, { as });
    mustEqual((await noting(mim)).status, 409, 'nothing is noted that nobody agreed to');
  }
  await recordConsent(world, family, on, {
    as: 'petra',
    layer: 'processing',
    purpose: 'observation',
    categories: ['observation'],
    fromUnit: 'ppr',
    toUnit: 'ppr',
  });
  for (const mim of mims)
    await eventually(
      'what was seen noted',
      () => noting(mim),
      ({ status }) => status === 200,
    );
  return mims;
}

const notesOf = ({ items }: Page) => Object.fromEntries(items.map(({ id, notes }) => [id, notes?.[0]?.note]));

/**
 * The psychologist reads both notes, and each parent what was seen of it and the child, and of the other that it was; for the
 * day care there is no observation.
 */
export async function mimIsRead(world: World, familyId: string, mims: readonly Mim[]): Promise<void> {
  const { api, municipality } = world;
  const path = `/family-plan/v1/families/${familyId}/observations`;
  const told = (of: (mim: Mim) => string | undefined) => Object.fromEntries(mims.map((mim) => [mim.id, of(mim)]));
  const { body: read } = await api.get<Page>(path, { as: municipality.as('petra') });
  mustEqual(
    notesOf(read),
    told(({ note }) => note),
    'the psychologist reads the notes',
  );
  for (const mim of mims) {
    const as = municipality.as(mim.as);
    const of = (person: string) => api.get<Page>(`/family-plan/v1/persons/${person}/observations`, { as });
    mustEqual(notesOf((await of(mim.parentId)).body), { [mim.id]: mim.note }, 'each parent reads its own note');
    const ofChild = told(({ id, note }) => (id === mim.id ? note : undefined));
    mustEqual(notesOf((await of(mim.personId)).body), ofChild, 'and of the child no word about the other parent');
  }
  const ofFamily = { path: { id: familyId } };
  const dayCare = await dayCareAs(world, 'pia').get('/family-plan/v1/families/{id}/observations', ofFamily);
  mustEqual(dayCare.body.items, [], 'the day care is told of no observation');
}

/** Once their date has come they are deleted, and nobody finds them. */
export async function mimIsDeleted({ api, municipality }: World, mims: readonly Mim[]): Promise<void> {
  for (const { id, as, parentId } of mims) {
    const ask = { as: municipality.as('petra'), notYet: /not-found/ };
    const gone = () => api.get(`/family-plan/v1/observations/${id}`, ask);
    await eventually('the observation deleted at its date', gone, ({ status }) => status === 404);
    const own = await api.get<Page>(`/family-plan/v1/persons/${parentId}/observations`, { as: municipality.as(as) });
    mustEqual(own.body.items, [], 'nothing is left for the parent');
  }
}
