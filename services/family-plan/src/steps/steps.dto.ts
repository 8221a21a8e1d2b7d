import { frame } from '@helhed/access';
import { code, date, id } from '@helhed/contracts';
import { z } from 'zod';
import { prose } from '../prose.js';
import { actionStates } from './step.js';

const someId = id.toLowerCase();
const text = prose(2000);
export const actionState = z.enum(actionStates);
const doer = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('member').describe('Somebody of the family.'), personId: someId }),
    z.strictObject({ by: z.literal('unit').describe('Whoever has the function there.'), unit: code, function: code }),
  ])
  .describe('Who does it.');

const familyId = '0198a1b2-0000-7000-8000-000000000020';
const actionId = '0198a1b2-0000-7000-8000-000000000065';

export const AddOption = z
  .strictObject({ text })
  .meta({ id: 'AddOption', examples: [{ text: 'Vi kan øve os derhjemme, når vi leger.' }] });
export type AddOption = z.infer<typeof AddOption>;

export const AddAction = z.strictObject({ text, doer, dueOn: date }).meta({
  id: 'AddAction',
  examples: [
    {
      text: 'Siger stop højt sammen med Alma.',
      doer: { by: 'unit', unit: 'db-solsikken', function: 'contact-pedagogue' },
      dueOn: '2026-11-02',
    },
  ],
});
export type AddAction = z.infer<typeof AddAction>;

export const MoveAction = z
  .strictObject({ actionId: someId.describe('Of that goal.'), state: actionState })
  .meta({ id: 'MoveAction', examples: [{ actionId, state: 'done' }] });
export type MoveAction = z.infer<typeof MoveAction>;

export const StepReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'StepReceipt' }));
export type StepReceipt = z.infer<typeof StepReceipt>;
export const receiptExample: StepReceipt = { id: actionId, familyId };

/** As the goal shows them. */
export const optionView = z.strictObject({ id, text: z.string(), namedOn: date });
export const actionView = z.strictObject({
  id,
  text: z.string(),
  doer,
  dueOn: date,
  state: actionState,
  movedOn: date,
});
