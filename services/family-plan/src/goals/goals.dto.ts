import { frame, withheld } from '@helhed/access';
import { code, date, goalState, id } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { prose } from '../prose.js';
import { actionView, optionView } from '../steps/steps.dto.js';

const someId = id.toLowerCase();
const said = {
  personId: someId.describe('Whose words they are.'),
  said: prose(4000).describe('As it was said.'),
  saidOn: date.describe('Today or before.'),
};

const [familyId, workPointId] = ['0198a1b2-0000-7000-8000-000000000020', '0198a1b2-0000-7000-8000-000000000062'];
const words = {
  personId: '0198a1b2-0000-7000-8000-000000000023',
  said: 'Alma skal turde sige stop.',
  saidOn: '2026-09-28',
};

export const SetGoal = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z
        .literal('work-point')
        .describe('It is offered; a goal once everybody of the family who holds custody of the child accepts it.'),
      familyId: someId,
      workPointId: someId.describe('Of a registration of the family.'),
    }),
    z.strictObject({
      from: z.literal('family').describe('Somebody of the family says it: a goal at once.'),
      familyId: someId,
      programme: code.optional().describe('Left out, the one by which whoever notes it reaches the family.'),
      memberId: someId.optional().describe('Whose goal it is; left out, the whole family’s.'),
      words: z.strictObject(said),
    }),
  ])
  .meta({ id: 'SetGoal', examples: [{ from: 'work-point', familyId, workPointId }] });
export type SetGoal = z.infer<typeof SetGoal>;

export const AcceptGoal = z.strictObject(said).meta({ id: 'AcceptGoal', examples: [words] });
export type AcceptGoal = z.infer<typeof AcceptGoal>;

export const GoalReceipt = frame(z.strictObject({ id, familyId: id }).meta({ id: 'GoalReceipt' }));
export type GoalReceipt = z.infer<typeof GoalReceipt>;

/** What of a goal is the plan's. */
export const goalAsItStands = z.strictObject({
  state: goalState,
  memberId: id.nullable().describe('Whose it is; null: the whole family’s.'),
  workPointId: id.nullable().describe('The institution’s own point, which stands in its registration.'),
  words: z.array(z.strictObject({ personId: id, said: z.string(), saidOn: date })),
  options: z.array(optionView).describe('What the family could do: nobody’s task.'),
  actions: z.array(actionView),
  setOn: date,
  agreedOn: date.nullable(),
  leftOn: date.nullable(),
});

/** What of a goal is the institution's: it is read beside the family's own words, by whom the registration is shown to. */
const institutionsPoint = z
  .strictObject({
    point: z.string(),
    unit: code.describe('Which wrote it.'),
    filledOn: date.describe('The day of the registration in which it stands.'),
  })
  .describe('The institution’s own point, in its own words; of what the family says itself there is none.');

export const GoalView = z
  .strictObject({
    id,
    familyId: id,
    programme: code,
    ...goalAsItStands.partial().shape,
    workPoint: institutionsPoint.optional(),
    withheld,
  })
  .meta({ id: 'Goal' });
export type GoalView = z.infer<typeof GoalView>;
export const GoalPage = pageOf(GoalView);
export const GoalQuery = pageQuery({});
export type GoalQuery = z.infer<typeof GoalQuery>;

const goalId = '0198a1b2-0000-7000-8000-000000000063';
export const receiptExample: GoalReceipt = { id: goalId, familyId };
export const goalPageExample = {
  items: [
    {
      id: goalId,
      familyId,
      programme: 'nyborg-familiestue',
      state: 'agreed' as const,
      memberId: '0198a1b2-0000-7000-8000-000000000025',
      workPointId,
      words: [words],
      options: [
        { id: '0198a1b2-0000-7000-8000-000000000064', text: 'Vi kan øve os derhjemme.', namedOn: '2026-09-28' },
      ],
      actions: [
        {
          id: '0198a1b2-0000-7000-8000-000000000065',
          text: 'Siger stop højt sammen med Alma.',
          doer: { by: 'unit' as const, unit: 'db-solsikken', function: 'contact-pedagogue' },
          dueOn: '2026-11-02',
          state: 'planned' as const,
          movedOn: '2026-09-28',
        },
      ],
      setOn: '2026-09-24',
      agreedOn: '2026-09-28',
      leftOn: null,
      workPoint: {
        point: 'At Alma tør sige til, når legen bliver for vild.',
        unit: 'db-solsikken',
        filledOn: '2026-09-24',
      },
      withheld: [],
    },
  ],
  next: null,
  total: 1,
};
