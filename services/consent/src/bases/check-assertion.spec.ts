import { asserted, otherKind } from '../../test/asserted.js';
import type { RecordBasis } from './bases.dto.js';
import { faultsOf } from './check-assertion.js';

const ids = { familyId: 'family', maja: 'maja', jonas: 'jonas', alma: 'alma' };
const faults = (changes: Partial<RecordBasis> = {}) =>
  faultsOf(asserted(ids, changes), '2026-09-03').map(({ field, rule }) => [field, rule]);
const { statute, 'single-exchange': exchange, 'vital-interest': vital } = otherKind;

describe('what is asserted of a basis', () => {
  it.each([
    {},
    { paragraph: '§ 1' },
    { validTo: '2026-09-04' },
    { leftOut: [{ person: 'alma', paragraph: '§ 1' }] },
    { ...statute, validTo: '2027-09-03' },
    statute,
    exchange,
    vital,
    { ...exchange, followUpMeeting: 'next' },
  ])('hangs together: %j', (changes) => expect(faults(changes)).toEqual([]));

  it.each<[string, string, Partial<RecordBasis>]>([
    ['givenBy', 'required', { givenBy: undefined }],
    ['how', 'required', { how: undefined }],
    ['givenOn', 'required', { givenOn: undefined }],
    ['evidence', 'required', { evidence: undefined }],
    ['paragraph', 'paragraph-required', { ...statute, paragraph: undefined }],
    ['meeting', 'required', { ...exchange, meeting: undefined }],
    ['validTo', 'required', { ...exchange, validTo: undefined }],
    ['validTo', 'required', { ...vital, validTo: undefined }],
    ['evidence', 'required', { ...vital, evidence: undefined }],
    ['givenBy', 'not-of-kind', { ...statute, givenBy: ['maja'] }],
    ['how', 'not-of-kind', { ...statute, how: 'paper' }],
    ['givenOn', 'not-of-kind', { ...exchange, givenOn: '2026-09-01' }],
    ['evidence', 'not-of-kind', { ...statute, evidence: 'Sag 4' }],
    ['leftOut', 'not-of-kind', { ...vital, leftOut: [{ person: 'jonas', paragraph: '§ 1' }] }],
    ['meeting', 'not-of-kind', { meeting: 'meeting' }],
    ['followUpMeeting', 'not-of-kind', { followUpMeeting: 'meeting' }],
    ['paragraph', 'paragraph-required', { ...exchange, paragraph: undefined }],
    ['paragraph', 'paragraph-required', { ...vital, paragraph: undefined }],
    ['followUpMeeting', 'not-of-kind', { ...vital, followUpMeeting: 'meeting' }],
    ['followUpMeeting', 'same-meeting', { ...exchange, followUpMeeting: exchange.meeting }],
    ['leftOut.0.person', 'gives-it', { leftOut: [{ person: 'maja', paragraph: '§ 1' }] }],
    ['givenOn', 'in-future', { givenOn: '2026-09-04', validFrom: '2026-09-04' }],
    ['validFrom', 'before-given', { validFrom: '2026-09-02' }],
    ['validTo', 'not-after-start', { validTo: '2026-09-03' }],
    ['toUnit', 'same-unit', { toUnit: 'visitation' }],
    ['layer', 'disclosure-only', { ...exchange, layer: 'processing' }],
  ])('names %s when it breaks the rule %s', (field, rule, changes) => expect(faults(changes)).toEqual([[field, rule]]));

  it('names every field at fault at once, in both languages', () => {
    const found = faultsOf(asserted(ids, { how: undefined, validTo: '2020-01-01' }), '2026-09-03');
    expect(found.map(({ field }) => field)).toEqual(['how', 'validTo']);
    for (const { message } of found) expect(message).toEqual({ da: expect.any(String), en: expect.any(String) });
  });

  it('for processing may stay within one unit', () =>
    expect(faults({ layer: 'processing', toUnit: 'visitation' })).toEqual([]));
});
