import { code, date, id, instant } from '@helhed/contracts';
import { pageOf, pageQuery } from '@helhed/web';
import { z } from 'zod';
import { timeOfDay } from '../courses/courses.dto.js';

export const OwnSession = z
  .strictObject({
    id,
    group: id,
    groupName: z.string(),
    programme: code,
    kind: z.enum(['session', 'theme-evening']),
    number: z.int().positive().describe('Among those of its kind in the course.'),
    date: date.describe('A date in Denmark.'),
    startTime: timeOfDay,
    minutes: z.int(),
    startsAt: instant.describe('The same in UTC. From then on it can be noted who came.'),
    heldOn: date.nullable().describe('Null until it is marked as held.'),
    reasons: z
      .array(z.strictObject({ code, text: z.strictObject({ da: z.string(), en: z.string() }) }))
      .describe('Why somebody can be away: the definition’s.'),
    notableUntil: date.describe('The last day on which attendance can be noted and corrected.'),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof OwnSession>;

export const OwnSessionPage = pageOf(OwnSession);
export const OwnSessionQuery = pageQuery({});
export type OwnSessionQuery = z.infer<typeof OwnSessionQuery>;

export const ownSessionExample: OwnSession = {
  id: '0198a1b2-0000-7000-8000-000000000021',
  group: '0198a1b2-0000-7000-8000-000000000010',
  groupName: 'Efterår 2026, torsdag',
  programme: 'nyborg-familiestue',
  kind: 'session',
  number: 1,
  date: '2026-10-01',
  startTime: '16:00',
  minutes: 180,
  startsAt: '2026-10-01T14:00:00.000Z',
  heldOn: null,
  reasons: [{ code: 'illness', text: { da: 'sygdom', en: 'illness' } }],
  notableUntil: '2026-10-29',
};
