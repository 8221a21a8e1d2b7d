import { z } from 'zod';
import { defineEvent } from './event-contract.js';
import { id, memberRole } from './fields.js';
import { readData } from './read-data.js';

const Matched = defineEvent({
  context: 'family-plan',
  name: 'matched',
  version: 1,
  description: { da: 'Fundet.', en: 'Matched.' },
  data: { familyId: id, members: z.array(z.strictObject({ role: memberRole })).min(1) },
});
const familyId = '0198a1b2-0000-7000-8000-000000000001';
const data = { familyId, members: [{ role: 'child' }] };
const later = { familyId, matchedBy: 'blind-index', members: [{ role: 'child', twin: true }] };

describe('an event of the next release', () => {
  it('is read without the fields that this release does not know', () => {
    expect(readData(Matched, later)).toEqual(data);
  });

  it('is not changed by being read', () => {
    readData(Matched, later);
    expect(later).toHaveProperty('members.0.twin', true);
  });

  it.each([
    ['lacks a field', { ...later, familyId: undefined }],
    ['has another type', { ...later, members: 'none' }],
    ['has a code that is not known', { ...later, members: [{ role: 'pet', twin: true }] }],
  ])('is refused when it %s', (_, wrong) => expect(() => readData(Matched, wrong)).toThrow('Invalid'));
});
