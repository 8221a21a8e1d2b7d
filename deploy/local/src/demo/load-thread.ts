import { forMunicipality, getDefinition, loadAll } from '@helhed/programmes';
import { eventually, type DemoApi } from './demo-api.js';
import type { DemoCallers } from './demo-callers.js';
import { demoReferral } from './families.js';
import type { DemoMunicipality } from './people.js';

/** Every definition that comes with the platform, in the municipality's catalogue. */
export async function publishProgrammes(api: DemoApi, { code }: DemoMunicipality, callers: DemoCallers): Promise<void> {
  const lead = callers.holder('programme-lead');
  for (const definition of loadAll()) {
    await api.post('/referral/v1/programmes', lead, { definition: forMunicipality(definition, code) });
  }
}

interface Referral {
  id: string;
  familyId: string;
  state: string;
  version: number;
}

/** Refers invented families; of every eight the first five are accepted and the next one is declined. @returns their ids */
export async function referFamilies(
  api: DemoApi,
  municipality: DemoMunicipality,
  callers: DemoCallers,
  plan: { count: number; on: string },
): Promise<string[]> {
  const { reasons = [] } = getDefinition(municipality.programme);
  const declined = reasons.find(({ steps }) => steps?.includes('decline'));
  const families: string[] = [];
  for (let number = 0; number < plan.count; number += 1) {
    const key = `demo-referral-${number}`;
    const { id, familyId } = await api.post<Referral>(
      '/referral/v1/referrals',
      callers.system,
      demoReferral(number, municipality, plan.on),
      { key },
    );
    families.push(familyId);
    if (number % 8 < 6) await triage(api, callers, id, number % 8 < 5 ? undefined : declined);
  }
  return families;
}

/** @param declined the reason of the definition's for which it is; accepted without one */
async function triage(
  api: DemoApi,
  callers: DemoCallers,
  id: string,
  declined: { readonly code: string; readonly text: { readonly da: string } } | undefined,
): Promise<void> {
  const triager = callers.holder('triager');
  const look = (): Promise<Referral> => api.get<Referral>(`/referral/v1/referrals/${id}`, triager);
  const act = async (command: string, body: object): Promise<void> => {
    const { version } = await look();
    await api.post(`/referral/v1/referrals/${id}:${command}`, triager, body, { version });
  };
  if ((await look()).state === 'received') await act('start-triage', {});
  if ((await look()).state !== 'under-triage') return;
  if (declined) await act('decline', { reasonCode: declined.code, reason: declined.text.da });
  else await act('accept', { reason: 'Familien er i målgruppen, og begge forældre ønsker det.' });
}

interface Group {
  id: string;
  version: number;
  course: object | null;
}

/** A group of families with a room, two leaders and its course in the calendar. */
export async function openGroup(
  api: DemoApi,
  { programme }: DemoMunicipality,
  callers: DemoCallers,
  startsOn: string,
): Promise<void> {
  const leader = callers.holder('group-leader');
  const name = `${getDefinition(programme).name.da}, første hold`;
  const made = async (path: string, key: string, body: object): Promise<string> =>
    (await api.post<{ id: string }>(`/scheduling/v1/${path}`, leader, body, { key })).id;
  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/scheduling/v1/groups', leader);
  let id = items.find((each) => each.name === name)?.id;
  if (id === undefined) {
    const room = await made('rooms', 'demo-room', { unit: 'familiestuen', name: 'Familiestuen, stueetagen' });
    const staff = [
      await made('staff', 'demo-staff-1', { sub: 'demo-gitte', unit: 'familiestuen', name: 'Gitte Grøn' }),
      await made('staff', 'demo-staff-2', { sub: 'demo-tove', unit: 'familiestuen', name: 'Tove Toft' }),
    ];
    // Scheduling must first have heard of the programme.
    id = await eventually(() => made('groups', 'demo-group', { programme, name, staff, room, startsOn }));
  }
  const group = await api.get<Group>(`/scheduling/v1/groups/${id}`, leader);
  if (group.course !== null) return;
  await api.post(
    `/scheduling/v1/groups/${id}:place-course`,
    leader,
    { from: startsOn, weekday: 'tuesday', startTime: '16:00' },
    { version: group.version },
  );
}
