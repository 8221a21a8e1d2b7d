import { randomBytes } from 'node:crypto';
import { PersonalData } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { asserted } from '../../test/asserted.js';
import { Basis } from './basis.js';
import type { RecordBasis } from './bases.dto.js';

const key = () => randomBytes(32).toString('base64');
const data = new PersonalData({ current: 'k1', keys: { k1: key() }, index: key() });
const municipality = municipalityCode('0450');
const ids = { familyId: 'family', maja: 'maja', alma: 'alma' };
const members = (['maja', 'jonas', 'alma'] as const).map((personId) => ({
  municipality,
  familyId: 'family',
  personId,
  role: personId === 'alma' ? ('child' as const) : ('parent' as const),
}));
const recording = {
  municipality,
  id: 'basis',
  members,
  at: new Date('2026-09-03T12:00:00Z'),
  today: '2026-09-03',
  by: { sub: 'somebody', unit: 'visitation', function: 'triager' },
  data,
};
const record = (changes: Partial<RecordBasis> = {}, known = members) =>
  Basis.record(asserted(ids, changes), { ...recording, members: known });
const notOfConsent = { givenBy: undefined, how: undefined, givenOn: undefined, evidence: undefined };
const statute = { ...notOfConsent, kind: 'statute', paragraph: 'Forvaltningsloven § 28' } as const;

describe('a basis', () => {
  it('is recorded as it was asserted, with who asserted it', () => {
    const basis = record({ validTo: '2027-09-03' });
    expect(basis).toMatchObject({
      id: 'basis',
      kind: 'consent',
      persons: ['maja', 'alma'],
      givenBy: ['maja'],
      validTo: '2027-09-03',
    });
    expect(basis).toMatchObject({
      recordedBy: 'somebody',
      recordedInUnit: 'visitation',
      recordedInFunction: 'triager',
      version: 1,
    });
  });

  it('keeps where its evidence is to itself, encrypted', () => {
    const basis = record();
    expect(basis.evidence?.toString('latin1')).not.toContain('Journalnotat');
    expect(basis.openEvidence(data)).toBe('Journalnotat 2026-417');
    expect(Object.keys(basis.recorded(3))).not.toEqual(expect.arrayContaining(['evidence']));
    expect(basis.recorded(3)).toMatchObject({ basisId: 'basis', epoch: 3, validTo: null });
  });

  it.each([statute, { ...statute, kind: 'single-exchange' }, { ...statute, kind: 'vital-interest' }] as const)(
    'of the kind $kind rests on the provision that is cited, and nobody gave it',
    (changes) =>
      expect(record(changes)).toMatchObject({
        paragraph: statute.paragraph,
        givenBy: [],
        how: null,
        givenOn: null,
        evidence: null,
      }),
  );

  it('is about a family that is known', () =>
    expect(() => record({}, [])).toThrow(expect.objectContaining({ problem: 'family-unknown', kind: 'rule' })));

  it.each<[string, string, Partial<RecordBasis>]>([
    ['givenBy', 'required', { givenBy: undefined }],
    ['how', 'required', { how: undefined }],
    ['givenOn', 'required', { givenOn: undefined }],
    ['evidence', 'required', { evidence: undefined }],
    ['paragraph', 'paragraph-required', { ...statute, paragraph: undefined }],
    ['givenBy', 'only-for-consent', { ...statute, givenBy: ['maja'] }],
    ['how', 'only-for-consent', { ...statute, how: 'paper' }],
    ['givenOn', 'only-for-consent', { ...statute, givenOn: '2026-09-01' }],
    ['evidence', 'only-for-consent', { ...statute, evidence: 'Sag 4' }],
    ['persons.1', 'not-in-family', { persons: ['alma', 'somebody else'] }],
    ['givenBy.0', 'not-in-family', { givenBy: ['somebody else'] }],
    ['givenBy.1', 'not-a-parent', { givenBy: ['jonas', 'alma'] }],
    ['givenOn', 'in-future', { givenOn: '2026-09-04', validFrom: '2026-09-04' }],
    ['validFrom', 'before-given', { validFrom: '2026-09-02' }],
    ['validTo', 'not-after-start', { validTo: '2026-09-03' }],
    ['toUnit', 'same-unit', { toUnit: 'visitation' }],
  ])('names %s when it breaks the rule %s', (field, rule, changes) => {
    const message = { da: expect.any(String), en: expect.any(String) };
    expect(() => record(changes)).toThrow(
      expect.objectContaining({ problem: 'basis-incomplete', fields: [{ field, rule, message }] }),
    );
  });

  it('names every field at fault at once', () =>
    expect(() => record({ how: undefined, persons: ['nobody'], validTo: '2020-01-01' })).toThrow(
      expect.objectContaining({
        fields: [
          expect.objectContaining({ field: 'how' }),
          expect.objectContaining({ field: 'persons.0' }),
          expect.objectContaining({ field: 'validTo' }),
        ],
      }),
    ));

  it('for processing may stay within one unit', () =>
    expect(record({ layer: 'processing', toUnit: 'visitation' })).toMatchObject({
      fromUnit: 'visitation',
      toUnit: 'visitation',
    }));
});
