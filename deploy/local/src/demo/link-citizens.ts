import { eventually, type DemoApi } from './demo-api.js';
import type { DemoCallers } from './demo-callers.js';
import type { DemoMunicipality } from './people.js';

interface Family {
  members: { personId: string; name: string }[];
}

/** Ties the citizens' accounts to members of the invented families, as people do: by a one-time code of the triage team. */
export async function linkCitizens(
  api: DemoApi,
  { citizens }: DemoMunicipality,
  callers: DemoCallers,
  families: readonly string[],
): Promise<void> {
  if (citizens.length === 0) return;
  const triager = callers.holder('triager');
  for (const { username, firstName, lastName, family } of citizens) {
    // Family-plan must first have heard of the family.
    const { members } = await eventually(() =>
      api.get<Family>(`/family-plan/v1/families/${families[family] ?? ''}`, triager),
    );
    const person = members.find(({ name }) => name === `${firstName} ${lastName}`);
    if (person === undefined) throw new Error(`no ${firstName} ${lastName} in the family`);
    const path = `/family-plan/v1/persons/${person.personId}/link-codes`;
    const { code } = await api.post<{ code: string }>(path, triager, {}, { key: crypto.randomUUID() });
    await api
      .post('/family-plan/v1/links:redeem', callers.person(username), { code })
      .catch((error: unknown) => unlessLinked(error));
  }
}

/** The link of an earlier, broken set-up stands. */
function unlessLinked(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('already-linked'))) throw error;
}
