import type { LookMade } from '../oracle/recorded.js';
import { send } from './http.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

/** Two looks in the unit of a caseworker, who has asked of one of them that the family does not see it yet. */
export async function looksAt(maker: Maker, { family }: Made): Promise<readonly LookMade[]> {
  const wanted = 2;
  for (let made = 0; made < wanted; made++) await maker.get('frida', `/family-plan/v1/families/${family.id}/relations`);
  const { items } = await maker.until(
    () => maker.get<Listed>('cille', `/consent/v1/families/${family.id}/look-ups`).catch(() => ({ items: [] })),
    (found) => found.items.length >= wanted,
    'the looks in the register',
  );
  const [later, earlier] = items.slice(-wanted);
  if (!later || !earlier) throw new Error('no looks');
  const body = { reason: 'Undersøgelse', until: '2026-11-01' };
  await maker.post('cille', `/consent/v1/look-ups/${earlier.id}:defer`, body);
  const made = { unit: 'familieafdelingen', family: family.id };
  return [
    { ...made, id: later.id },
    { ...made, id: earlier.id, deferredBy: maker.cast.as('cille').sub },
  ];
}

/** A look that is refused, which is always drawn for review. */
export async function refusedLook(maker: Maker, { family }: Made): Promise<readonly string[]> {
  const token = await maker.cast.as('vibeke').token();
  const path = `/family-plan/v1/families/${family.id}`;
  await maker.until(
    () => send(maker.platform.url, { method: 'GET', path, token }),
    ({ status }) => status === 403,
    'the refusal',
  );
  const { items } = await maker.until(
    () => maker.get<Listed>('daniel', '/consent/v1/look-up-samples'),
    (found) => found.items.length > 0,
    'the sample',
  );
  return items.slice(0, 1).map(({ id }) => id);
}
