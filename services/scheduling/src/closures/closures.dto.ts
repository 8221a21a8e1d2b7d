import { date, id } from '@helhed/contracts';
import { daysBetween } from '@helhed/kernel';
import { pageOf, pageQuery, rule } from '@helhed/web';
import { z } from 'zod';
import type { Closure } from './closure.js';

/** No break is longer, in days: a course that waits out more of them is planned anew. */
const longest = 120;
const inOrder = ({ from, until }: { from: string; until: string }) => {
  const days = daysBetween(from, until);
  return days >= 1 && days <= longest;
};

export const AddClosure = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    from: date.describe('The first closed day.'),
    until: date.describe('The first open day after.'),
  })
  .refine(inOrder, {
    path: ['until'],
    ...rule('period', 'Perioden skal være 1 til 120 dage.', 'The period must be 1 to 120 days.'),
  })
  .meta({ id: 'AddClosure', examples: [{ name: 'Efterårsferie', from: '2026-10-12', until: '2026-10-17' }] });
export type AddClosure = z.infer<typeof AddClosure>;

export const ClosureView = z
  .strictObject({
    id,
    name: z.string(),
    from: date.describe('The first closed day.'),
    until: date.describe('The first open day after.'),
  })
  .meta({ id: 'Closure' });
export type ClosureView = z.infer<typeof ClosureView>;
export const ClosurePage = pageOf(ClosureView);
export const ClosureQuery = pageQuery({});
export type ClosureQuery = z.infer<typeof ClosureQuery>;

export const toClosureView = ({ id: closure, name, startsOn, endsBefore }: Closure): ClosureView => ({
  id: closure,
  name,
  from: startsOn,
  until: endsBefore,
});

export const closureExample: ClosureView = {
  id: '0198a1b2-0000-7000-8000-000000000003',
  name: 'Efterårsferie',
  from: '2026-10-12',
  until: '2026-10-17',
};
