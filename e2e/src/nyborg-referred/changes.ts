import type { World } from './world.js';

interface ChangePage {
  readonly items: readonly { readonly id: string; readonly type: string }[];
  readonly next: string | null;
}

/** What the day care's system is told of its referrals: from the beginning, page by page; ids and types and nothing else. */
export async function changesOf({ api, municipality }: World, referral: string): Promise<string[]> {
  const as = municipality.as('dagtilbud-system');
  const told: string[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
    const { body }: { body: ChangePage } = await api.get<ChangePage>(`/referral/v1/changes?limit=200${cursor}`, { as });
    told.push(...body.items.filter(({ id }) => id === referral).map(({ type }) => type));
    ({ next } = body);
  }
  return told;
}
