import type { LookMade } from '../oracle/recorded.js';
import type { Person } from './cast.js';
import { send } from './http.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

interface Listed {
  readonly items: readonly { readonly id: string; readonly unit?: string; readonly sub?: string }[];
}

const investigation = { reason: 'Undersøgelse', until: '2026-11-01' };
const naming = { paragraph: 'Forvaltningsloven § 9', reason: 'Der er klaget.' };

/**
 * Looks in the unit of a caseworker, who has asked of one that the family does not see it yet. A second was kept back
 * so before, and a colleague asks it anew; of a third the family is told who it was.
 */
export async function looksAt(maker: Maker, { family }: Made): Promise<readonly LookMade[]> {
  const { sub: by } = maker.cast.as('frida');
  const made = { unit: 'familieafdelingen', family: family.id, by };
  const ids = await lookedAt(maker, 'frida', family.id, 4);
  const [asked = '', anew = '', named = '', look = ''] = ids;
  const at = (id: string, verb: string) => `/consent/v1/look-ups/${id}:${verb}`;
  await maker.post('cille', at(asked, 'defer'), investigation);
  await maker.post('cille', at(anew, 'defer'), investigation);
  await maker.post('soeren', at(anew, 'confirm-deferral'));
  await maker.post('soeren', at(anew, 'defer'), { ...investigation, until: '2026-12-01' });
  await maker.post('daniel', at(named, 'name-employee'), naming);
  return [
    { ...made, id: look, of: 'a look' },
    { ...made, id: asked, of: 'a look kept back', deferredBy: maker.cast.as('cille').sub },
    { ...made, id: anew, of: 'a look kept back anew', deferredBy: maker.cast.as('soeren').sub },
    { ...made, id: named, of: 'a look of somebody named', named: true },
  ];
}

/** Looks at a family's rows, the first one first, as a caseworker of the unit finds them. */
async function lookedAt(maker: Maker, who: Person, family: string, wanted: number): Promise<readonly string[]> {
  for (let made = 0; made < wanted; made++) await maker.get(who, `/family-plan/v1/families/${family}/relations`);
  const { items } = await maker.until(
    () => maker.get<Listed>('cille', `/consent/v1/families/${family}/look-ups`).catch(() => ({ items: [] })),
    (found) => found.items.length >= wanted,
    'the looks in the register',
  );
  return items.slice(-wanted).map(({ id }) => id);
}

/** A look at a family that is the officer's own. */
export async function looksAtOfficers(maker: Maker, { family }: Made): Promise<readonly LookMade[]> {
  const [id = ''] = await lookedAt(maker, 'soeren', family.id, 1);
  const of = 'a look at the officer’s own';
  return [{ id, of, unit: 'familieafdelingen', family: family.id, by: maker.cast.as('soeren').sub }];
}

/** The officer's own look, which a citizen's page has. */
export async function looksByOfficer(maker: Maker, { family, persons }: Made): Promise<readonly LookMade[]> {
  await maker.get('daniel', `/consent/v1/bases?familyId=${family.id}`);
  const isTheirs = ({ unit }: { readonly unit?: string }) => unit === 'raadhuset';
  const { items } = await maker.until(
    () => maker.get<Listed>('maja', `/consent/v1/persons/${persons['mor']}/look-ups?limit=100`),
    (found) => found.items.some(isTheirs),
    'the officer’s look in the register',
  );
  const { sub: by } = maker.cast.as('daniel');
  const id = items.find(isTheirs)?.id ?? '';
  return [{ id, of: 'a look by the officer', unit: 'raadhuset', family: family.id, by }];
}

/** A look that is refused, which is always drawn for review. */
export async function refusedLook(maker: Maker, { family }: Made): Promise<readonly string[]> {
  const vibeke = maker.cast.as('vibeke');
  const token = await vibeke.token();
  const path = `/family-plan/v1/families/${family.id}`;
  await maker.until(
    () => send(maker.platform.url, { method: 'GET', path, token }),
    ({ status }) => status === 403,
    'the refusal',
  );
  const isHers = ({ sub }: { readonly sub?: string }) => sub === vibeke.sub;
  const { items } = await maker.until(
    () => maker.get<Listed>('daniel', '/consent/v1/look-up-samples?limit=100'),
    (found) => found.items.some(isHers),
    'the sample',
  );
  return items
    .filter(isHers)
    .slice(0, 1)
    .map(({ id }) => id);
}
