import { id } from '@helhed/contracts';
import { z } from 'zod';

export const MeView = z
  .strictObject({
    personId: id.describe('The person that the account is linked to.'),
    children: z.array(id).describe('In the person’s custody today.'),
  })
  .meta({ id: 'Me' });
export type MeView = z.infer<typeof MeView>;

export const meExample: MeView = {
  personId: '0198a1b2-0000-7000-8000-000000000023',
  children: ['0198a1b2-0000-7000-8000-000000000025'],
};
