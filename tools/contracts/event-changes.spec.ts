import { eventChanges } from './event-changes.ts';
import type { PublishedEvent } from './events.ts';
import type { Schema } from './schema.ts';

const text: Schema = { type: 'string' };
const event = (
  version: number,
  properties: Record<string, Schema>,
  rest: Partial<PublishedEvent> = {},
): PublishedEvent => ({
  context: 'referral',
  name: 'declined',
  version,
  type: `dk.helhed.referral.declined.v${version}`,
  orderKey: 'familyId',
  description: { en: 'Declined.', da: 'Afvist.' },
  claims: [{ consumer: 'reporting', route: '/referral/v1/x/{id}', fields: ['a', 'b'] }],
  data: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
  ...rest,
});
const v1 = event(1, { familyId: text, reasonCode: { type: 'string', enum: ['moved', 'other'] } });
const found = (released: PublishedEvent[], today: PublishedEvent[]): string[] =>
  eventChanges(released, today).map(({ where, message }) => `${where} ${message}`);

it('what stayed as it was is free, and so is a new event', () => {
  expect(found([v1], [v1, event(1, {}, { name: 'x', type: 'dk.helhed.referral.x.v1' })])).toEqual([]);
});

describe('a planted break is named', () => {
  it.each<[string, PublishedEvent[], string]>([
    ['a removed event', [], 'v1 removed, and the last release had no v2 beside it'],
    ['an event replaced at once', [event(2, {})], 'v1 removed, and the last release had no v2 beside it'],
    ['a removed field', [event(1, { familyId: text })], 'v1 reasonCode: field removed. Make v2 beside it.'],
    ['a new required field', [event(1, { ...v1.data.properties, by: text })], 'v1 by: required field added. Make v2'],
    [
      'a narrowed type',
      [event(1, { ...v1.data.properties, familyId: { type: 'integer' } })],
      'v1 familyId: type narrowed',
    ],
    [
      'a narrowed enum',
      [event(1, { familyId: text, reasonCode: { type: 'string', enum: ['other'] } })],
      'v1 reasonCode: enum narrowed (without moved)',
    ],
    [
      'a claim that is gone',
      [{ ...v1, claims: [] }],
      'v1 claim check: reporting may no longer ask /referral/v1/x/{id}',
    ],
    [
      'a claim without a field',
      [{ ...v1, claims: [{ consumer: 'reporting', route: '/referral/v1/x/{id}', fields: ['b', 'c'] }] }],
      'v1 claim check: reporting no longer gets a',
    ],
    ['another order key', [{ ...v1, orderKey: 'groupId' }], 'v1 order key: familyId became groupId'],
  ])('%s', (_, today, message) => expect(found([v1], today)).toContainEqual(expect.stringContaining(message)));
});

describe('a new version', () => {
  const v2 = event(2, { familyId: text });

  it('may differ when the old one is kept beside it', () => expect(found([v1], [v1, v2])).toEqual([]));

  it('replaces the old one after a release that had both', () => expect(found([v1, v2], [v2])).toEqual([]));
});
