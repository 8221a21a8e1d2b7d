import { frame } from '@helhed/access';
import { id, instant } from '@helhed/contracts';
import { z } from 'zod';
import { line } from '../bases/bases.dto.js';
import { ownLookUpExample, reason } from './look-ups.dto.js';

export const NameEmployee = z
  .strictObject({
    paragraph: line.describe('What the decision rests on, as the officer cites it.'),
    reason: reason.describe('Why the person is told who it was. Kept encrypted; shown by no route.'),
  })
  .meta({
    id: 'NameEmployee',
    examples: [{ paragraph: 'Databeskyttelsesforordningen art. 15', reason: 'Opslaget er uforklaret' }],
  });
export type NameEmployee = z.infer<typeof NameEmployee>;

export const NamedEmployee = frame(
  z.strictObject({ id: id.describe('The look’s.'), namedAt: instant }).meta({ id: 'NamedEmployee' }),
);
export type NamedEmployee = z.infer<typeof NamedEmployee>;

export const namedEmployeeExample: NamedEmployee = { id: ownLookUpExample.id, namedAt: '2026-10-12T10:00:00.000Z' };
