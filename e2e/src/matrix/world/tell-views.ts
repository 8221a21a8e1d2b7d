import type { ChildView } from '../oracle/recorded.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

/** Who writes down what the child said, and what became of it; whose rows have ended does it while they hold. */
interface Told {
  readonly by: Person;
  readonly open?: 'child' | 'authority';
  readonly closed?: boolean;
}

const byRows: readonly Told[] = [
  { by: 'frida', open: 'child' },
  { by: 'soeren', open: 'authority' },
  { by: 'karen', open: 'child', closed: true },
];

/** What the children of a family said, as its triager, its group's leader and those of its rows wrote it down. */
export async function tellViews(maker: Maker, made: Made, leader: Person | undefined): Promise<ChildView[]> {
  const { until, triager = 'vibeke', rows } = made.scenario;
  if (until === 'declined') return [];
  const wanted: Told[] = [{ by: triager }];
  if (leader) wanted.push({ by: leader });
  // its contact names the child where she is told who is in the family
  if (rows !== 'none') wanted.push(...byRows.filter(({ by }) => by !== 'karen' || made.scenario.contact));
  const told: ChildView[] = [];
  for (const each of wanted) told.push(await tellView(maker, made, each));
  return told;
}

async function tellView(maker: Maker, made: Made, { by, open, closed }: Told): Promise<ChildView> {
  const child = made.persons['barn'] ?? '';
  const { id: family } = made.family;
  const body = {
    familyId: family,
    personId: child,
    said: 'Jeg kan bedst lide aftensmaden.',
    how: 'told',
    toldOn: madeOn,
  };
  const path = '/family-plan/v1/child-views';
  const { id } = await maker.post<{ id: string }>(by, path, body, { late: /not-a-member/ });
  const decided = open === 'authority' ? { paragraph: 'Serviceloven § 46', reason: 'Barnets bedste' } : {};
  if (open) await maker.post(by, `${path}/${id}:open`, { by: open, ...decided });
  if (closed) await maker.post(by, `${path}/${id}:close`, {});
  const [unit = ''] = maker.cast.as(by).asker.pairs?.[0]?.split(':') ?? [];
  return { id, family, child, unit, openBy: closed ? undefined : open };
}
