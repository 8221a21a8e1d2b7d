import { newId } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { validate } from '@helhed/web';
import { asserted } from '../../test/asserted.js';
import { RecordBasis } from './bases.dto.js';

const body = (changes: object = {}) => ({
  ...asserted({ familyId: newId(), maja: newId(), jonas: newId(), alma: newId() }),
  ...changes,
});
const fieldsOf = (changes: object) => {
  try {
    validate(RecordBasis, body(changes));
    return [];
  } catch (error) {
    return (error as { fields: { field: string; rule: string }[] }).fields.map(({ field, rule }) => [field, rule]);
  }
};
const [cpr, someone] = [fakeCpr(), newId()];

describe('the body of a basis', () => {
  it('passes as the parents’ agreement has it', () => expect(fieldsOf({})).toEqual([]));

  it.each<[string, string, object]>([
    ['kind', 'not-one-of', { kind: 'approval' }],
    ['layer', 'not-one-of', { layer: 'both' }],
    ['categories', 'too-small', { categories: [] }],
    ['categories', 'repeated', { categories: ['outcome', 'outcome'] }],
    ['persons', 'repeated', { persons: [someone, someone] }],
    ['persons.0', 'format', { persons: ['Maja'] }],
    ['purpose', 'format', { purpose: 'Referral outcome' }],
    ['toUnit', 'required', { toUnit: undefined }],
    [
      'leftOut',
      'repeated',
      {
        leftOut: [
          { person: someone, paragraph: '§ 1' },
          { person: someone, paragraph: '§ 1' },
        ],
      },
    ],
    ['meeting', 'format', { meeting: 'the meeting' }],
    ['validFrom', 'format', { validFrom: '3/9 2026' }],
    ['evidence', 'holds-cpr', { evidence: `Journal ${cpr.slice(0, 6)}-${cpr.slice(6)}` }],
    ['evidence', 'holds-cpr', { evidence: `Journal${cpr.slice(0, 6)} ${cpr.slice(6)}` }],
    ['paragraph', 'holds-cpr', { paragraph: cpr }],
    ['purpose', 'holds-cpr', { purpose: cpr }],
    ['categories.0', 'holds-cpr', { categories: [`a-${cpr}`] }],
    ['fromUnit', 'holds-cpr', { fromUnit: `${cpr.slice(0, 6)}-${cpr.slice(6)}` }],
    ['toUnit', 'holds-cpr', { toUnit: `unit${cpr}` }],
    ['evidence', 'format', { evidence: 'Journal\u0000417' }],
    ['lawful', 'unknown', { lawful: true }],
  ])('names %s when it breaks the rule %s', (field, rule, changes) =>
    expect(fieldsOf(changes)).toEqual([[field, rule]]),
  );

  it('is refused without its values being repeated', () => {
    const refused = () => validate(RecordBasis, body({ evidence: cpr, [cpr]: cpr, persons: [cpr] }));
    expect(refused).toThrow(expect.objectContaining({ problem: 'validation-failed' }));
    let error: unknown;
    try {
      refused();
    } catch (caught) {
      error = caught;
    }
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(cpr);
  });
});
