import { eventually } from '../story/api.js';
import { must, mustEqual } from '../story/must.js';
import type { World } from './world.js';

export interface OwnView {
  readonly person: string;
  readonly items: readonly { readonly id: string; readonly unit: string | null; readonly function: string | null }[];
}

interface Page {
  readonly items: OwnView['items'];
  readonly next: string | null;
  readonly total: number;
}

export type Parent = 'maja' | 'jonas';

/** The account of a parent is made the person's, by a code from the group's leader. */
export async function linkParent({ api, municipality }: World, parent: Parent, person: string): Promise<void> {
  const codes = `/family-plan/v1/persons/${person}/link-codes`;
  const { body: issued } = await api.post<{ code: string }>(codes, { as: municipality.as('gitte') });
  await api.post('/family-plan/v1/links:redeem', { as: municipality.as(parent), body: { code: issued.code } });
}

/** The parent whose account Maja's is takes a consent back: final from the answer on. */
export async function takeBack({ api, municipality }: World, basis: string): Promise<void> {
  const path = `/consent/v1/bases/${basis}:withdraw`;
  const take = () => api.post(path, { as: municipality.as('maja'), body: {}, notYet: /not-found|not-allowed/ });
  await eventually('the link known to consent', take, ({ status }) => status === 200);
}

/** That parent reads who has looked. */
export async function whoHasLooked({ api, municipality }: World, person: string): Promise<OwnView> {
  const as = municipality.as('maja');
  const page = (cursor = '') =>
    api.get<Page>(`/consent/v1/persons/${person}/look-ups?limit=200${cursor}`, { as, notYet: /not-allowed/ });
  const { body: first } = await eventually('the link known to consent', page, ({ status }) => status === 200);
  const items = [...first.items];
  for (let { next } = first; next !== null;) {
    const { body } = await page(`&cursor=${encodeURIComponent(next)}`);
    items.push(...body.items);
    ({ next } = body);
  }
  must(items.length >= first.total, 'the pages hold all that the total counts', [items.length, first.total]);
  const names = Object.values(municipality.subjects).filter((sub) => JSON.stringify(items).includes(sub));
  mustEqual(names, [], 'the family is told no employee’s account');
  return { person, items };
}
