import { frame, withheld } from '@helhed/access';
import { code, date, id, instant, withoutCpr } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { GroupHeads } from '../groups/groups.dto.js';
import { arrangers, needKinds, type Arrangement, type Wanted } from './need.js';
import { needStates } from './need-states.js';

const someId = id.toLowerCase();
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/)
  .describe('What is spoken or signed: a language tag of BCP 47, such as `ar`, `uk` or `dsl` (Danish sign language).');
const children = z.int().min(1).max(20).describe('How many of the family’s children are minded.');
const personId = someId.describe('Who of the family needs it, where that is one person.');
const appointment = someId.describe('The id of a session, a theme evening, a family’s conversation or a booking.');
const family = someId.describe('Whose need it is.');
const ofBooking = code.describe(
  'At a booking alone, which has none: in which programme. At a session or conversation it is the group’s.',
);

const examples = {
  appointment: '0198a1b2-0000-7000-8000-000000000021',
  family: '0198a1b2-0000-7000-8000-000000000013',
};

export const NameNeed = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('meal'), appointment })
      .describe('For all who come to a session or theme evening.'),
    z.strictObject({
      kind: z.literal('interpreter'),
      appointment,
      family,
      language,
      person: personId.optional(),
      programme: ofBooking.optional(),
    }),
    z.strictObject({
      kind: z.literal('child-minding'),
      appointment,
      family: family.optional().describe('Whose need it is; left out, it is for all children of a session’s families.'),
      children: children.optional(),
      programme: ofBooking.optional(),
    }),
  ])
  .meta({ id: 'NameNeed', examples: [{ kind: 'interpreter', ...examples, language: 'ar' }] });
export type NameNeed = z.infer<typeof NameNeed>;

export const ChangeNeed = z
  .strictObject({ language: language.optional(), person: personId.optional(), children: children.optional() })
  .describe('All of what is wanted, as it is to be.')
  .meta({ id: 'ChangeNeed', examples: [{ language: 'so' }] });
export type ChangeNeed = z.infer<typeof ChangeNeed>;

export const ArrangeNeed = z
  .strictObject({
    by: z
      .enum(arrangers)
      .describe('Who meets it: staff of the unit, or a supplier. Nobody of a family interprets, and never a child.'),
    reference: withoutCpr(z.string().regex(/^[A-Za-zÆØÅæøå0-9][A-Za-zÆØÅæøå0-9 ./_-]{0,59}$/)).describe(
      'By which the order is found: a number of the supplier’s, and nobody’s name.',
    ),
  })
  .meta({ id: 'ArrangeNeed', examples: [{ by: 'supplier', reference: 'TOLK-2026-117' }] });
export type ArrangeNeed = z.infer<typeof ArrangeNeed>;

export const NeedReceipt = frame(
  z.strictObject({ id, version: z.int().positive().describe('As the list shows it.') }).meta({ id: 'NeedReceipt' }),
);
export type NeedReceipt = z.infer<typeof NeedReceipt>;

const content = {
  kind: z.enum(needKinds),
  state: z
    .enum(needStates)
    .describe(
      '`to-rearrange`: the appointment was moved after it was arranged. `to-call-off`: it is no longer needed, and still arranged.',
    ),
  language: language.nullable().optional().describe('A family’s: of an interpreter.'),
  person: id.nullable().optional().describe('A family’s: who needs the interpreter, where that is one person.'),
  people: z
    .int()
    .min(0)
    .nullable()
    .describe(
      'For how many: counted by who comes, or the family’s children. Null of an interpreter, once withdrawn, and of a whole group’s where a seat in it is withheld.',
    ),
  heads: GroupHeads.nullable().describe(
    'Of a meal at a session: who comes by band of age, counted by scheduling. Null of all else, and where the definition has no bands.',
  ),
  arrangement: z
    .strictObject({ by: z.enum(arrangers), reference: z.string(), on: date })
    .nullable()
    .describe('Until it is called off; null where nothing was arranged.'),
  namedOn: date,
  endedOn: date.nullable().describe('When it was withdrawn, or its appointment was called off.'),
};

export const NeedView = z
  .strictObject({
    id,
    appointment: id,
    group: id.nullable().describe('Whose session it is; null of a booking.'),
    family: id.nullable().describe('Null of a whole group’s, and of what a family that left had arranged.'),
    unit: code.describe('Whose the appointment is.'),
    programme: code,
    date: date.describe('A date in Denmark.'),
    startTime: z.string(),
    minutes: z.int(),
    startsAt: instant.describe('The same in UTC.'),
    room: id.nullable(),
    ...z.strictObject(content).partial().shape,
    version: z.int().positive(),
    withheld,
  })
  .meta({ id: 'Need' });
export type NeedView = z.infer<typeof NeedView>;
export const NeedPage = pageOf(NeedView);

export const NeedQuery = pageQuery({
  from: date.optional().describe('Of appointments on this day or later.'),
  until: date.optional().describe('Of appointments before this day.'),
  appointment: someId.optional().describe('Of this session, theme evening or booking alone.'),
  family: someId.optional().describe('Of this family alone.'),
  state: z
    .enum(['open', 'arranged', 'not-needed'])
    .optional()
    .describe(
      '`open`: somebody has to arrange it, to arrange it anew, or to call it off. Left out: all but `not-needed`.',
    ),
});
export type NeedQuery = z.infer<typeof NeedQuery>;

/** A kind that says nothing of a field wants nothing by it. */
export function toWanted(wish: NameNeed | ChangeNeed): Wanted {
  const { language: tag, person, children: many }: ChangeNeed = 'kind' in wish && wish.kind === 'meal' ? {} : wish;
  return { language: tag ?? null, personId: person ?? null, children: many ?? null };
}
export const toArrangement = ({ by, reference }: ArrangeNeed): Arrangement => ({ arrangedBy: by, reference });

export const receiptExample: NeedReceipt = { id: '0198a1b2-0000-7000-8000-000000000080', version: 1 };
export const needExample: NeedView = {
  ...receiptExample,
  ...examples,
  group: '0198a1b2-0000-7000-8000-000000000010',
  unit: 'familiestuen',
  programme: 'nyborg-familiestue',
  date: '2026-10-01',
  startTime: '16:00',
  minutes: 180,
  startsAt: '2026-10-01T14:00:00.000Z',
  room: '0198a1b2-0000-7000-8000-000000000001',
  kind: 'interpreter',
  state: 'arranged',
  language: 'ar',
  person: null,
  people: null,
  heads: null,
  arrangement: { by: 'supplier', reference: 'TOLK-2026-117', on: '2026-09-15' },
  namedOn: '2026-09-14',
  endedOn: null,
  version: 2,
  withheld: [],
};
