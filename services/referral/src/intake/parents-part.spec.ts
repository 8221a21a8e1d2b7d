import { submission, type Wish } from '../../test/submission.js';
import { requireParentsPart } from './parents-part.js';

const part = (parent: string, agreed = true) => ({ parent, how: 'meeting' as const, on: '2026-11-02', agreed });
const [mother, father] = ['parent-1', 'parent-2'];
const given = (parentsPart: Wish['parentsPart'], wish: Wish = {}) => submission({ ...wish, parentsPart });
const children = submission().members.filter(({ role }) => role === 'child');

describe("the parents' part", () => {
  it.each([
    ['every-parent', given([part(mother), part(father)])],
    ['one-parent', given([part(father)])],
    ['one-parent', given([part(mother), part(father, false)])],
    ['none', given([])],
    ['none', given([part(mother, false)])],
  ] as const)('is enough for %s', (required, intake) => {
    expect(() => requireParentsPart(required, intake)).not.toThrow();
  });

  it.each([
    ['every-parent', [], [mother, father]],
    ['every-parent', [part(mother)], [father]],
    ['every-parent', [part(mother, false)], [father]],
    ['one-parent', [], [mother, father]],
  ] as const)('for %s with %j is missing for %j', (required, parts, missing) => {
    expect(() => requireParentsPart(required, given([...parts]))).toThrow(
      expect.objectContaining({
        kind: 'rule',
        problem: 'parents-part-missing',
        extension: { missing: missing.map((parent) => ({ parent, what: ['how', 'on', 'agreed'] })) },
        fields: [expect.objectContaining({ field: 'parentsPart', rule: 'parents-part-missing' })],
      }),
    );
  });

  it.each([
    ['every-parent', [part(mother), part(father, false)], ['parentsPart.1.agreed']],
    ['one-parent', [part(mother, false)], ['parentsPart.0.agreed']],
    ['one-parent', [part(mother, false), part(father, false)], ['parentsPart.0.agreed', 'parentsPart.1.agreed']],
  ] as const)('for %s with %j says who does not agree', (required, parts, fields) => {
    expect(() => requireParentsPart(required, given([...parts]))).toThrow(
      expect.objectContaining({
        problem: 'parents-part-not-agreed',
        fields: fields.map((field) => expect.objectContaining({ field, rule: 'not-agreed' })),
      }),
    );
  });

  it.each(['every-parent', 'one-parent'] as const)('for %s needs a parent', (required) => {
    expect(() => requireParentsPart(required, { ...given([]), members: children })).toThrow(
      expect.objectContaining({
        problem: 'parents-part-missing',
        fields: [expect.objectContaining({ field: 'members', rule: 'parent-required' })],
        extension: { missing: [] },
      }),
    );
  });
});
