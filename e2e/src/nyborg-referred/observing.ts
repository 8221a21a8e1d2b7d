import { localDate } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import { recordConsent, type Members } from './basis.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

const seen = 'Alma søger sin mors blik, før hun tør prøve tårnet af.';

interface Observation {
  readonly id: string;
  readonly state?: string;
  readonly notes?: readonly { readonly note: string }[];
  readonly withheld?: readonly { readonly category: string; readonly reason: string }[];
}

interface Page {
  readonly items: readonly Observation[];
}

/**
 * A psychologist of the family's team, whom the parents let know who is in the family, offers one of them to observe how it and
 * the child are together. @returns the offer's id
 */
export async function offerObservation(world: World, family: Members, on: string): Promise<string> {
  const { api, municipality } = world;
  const { familyId, members } = family;
  await recordConsent(world, family, on, {
    as: 'petra',
    layer: 'disclosure',
    purpose: 'coordination',
    categories: ['family-structure'],
    fromUnit: 'familiestuen',
    toUnit: 'ppr',
  });
  const [parentId, personId] = ['parent', 'child'].map((role) => members.find((each) => each.role === role)?.personId);
  const ask = {
    as: municipality.as('petra'),
    body: { familyId, programme, personId, parentId },
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

/** MIM is offered to a parent of each family; the first accepts and lets it be observed, the others say no. */
export async function offerMim(world: World, referrals: readonly Referral[], at: Date): Promise<string> {
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
  const [accepted, ...declined] = offered as [string, ...string[]];
  for (const id of declined) await api.post(`/family-plan/v1/observations/${id}:decline`, { as });
  await api.post(`/family-plan/v1/observations/${accepted}:accept`, { as });
  const note = { as, body: { heldOn: on, note: seen }, notYet: /basis-missing/ };
  const noting = () => api.post(`/family-plan/v1/observations/${accepted}:note`, note);
  mustEqual((await noting()).status, 409, 'nothing is noted that nobody agreed to');
  await recordConsent(world, referrals[0] as Referral, on, {
    as: 'petra',
    layer: 'processing',
    purpose: 'observation',
    categories: ['observation'],
    fromUnit: 'ppr',
    toUnit: 'ppr',
  });
  await eventually('what was seen noted', noting, ({ status }) => status === 200);
  return accepted;
}

/** The psychologist and the parent read the note; to the day care it is withheld, with the reason. */
export async function mimIsRead({ api, municipality }: World, familyId: string, person: string): Promise<void> {
  const path = `/family-plan/v1/families/${familyId}/observations`;
  const [read] = (await api.get<Page>(path, { as: municipality.as('petra') })).body.items;
  mustEqual(read?.notes?.[0]?.note, seen, 'the psychologist reads the note');
  const [own] = (await api.get<Page>(`/family-plan/v1/persons/${person}/observations`, { as: municipality.as('maja') }))
    .body.items;
  mustEqual(own?.notes?.[0]?.note, seen, 'the parent reads the note');
  const [withheld] = (await api.get<Page>(path, { as: municipality.as('pia@dagtilbud-system') })).body.items;
  must(withheld?.notes === undefined, 'the day care reads no note', withheld);
  mustEqual(withheld?.withheld, [{ category: 'observation', reason: 'no-basis' }], 'the day care is told why');
}

/** Once its date has come it is deleted, and nobody finds it. */
export async function mimIsDeleted({ api, municipality }: World, id: string, person: string): Promise<void> {
  const as = municipality.as('petra');
  const gone = () => api.get(`/family-plan/v1/observations/${id}`, { as, notYet: /not-found/ });
  await eventually('the observation deleted at its date', gone, ({ status }) => status === 404);
  const own = `/family-plan/v1/persons/${person}/observations`;
  mustEqual(
    (await api.get<Page>(own, { as: municipality.as('maja') })).body.items,
    [],
    'nothing is left for the parent',
  );
}
