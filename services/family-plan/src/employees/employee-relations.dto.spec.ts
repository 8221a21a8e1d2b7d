import { inspect } from 'node:util';
import { realLookingCpr } from '@helhed/testing';
import { validate } from '@helhed/web';
import { GiveClearance } from '../clearances/clearances.dto.js';
import { SetRelation } from '../relations/relations.dto.js';
import { SetEmployeeRelation } from './employee-relations.dto.js';

const cpr = realLookingCpr();
const body = { sub: 'gitte', kind: 'own-person', cpr };
const family = '0198a1b2-0000-7000-8000-000000000020';
const relation = { familyId: family, programme: 'p', kind: 'team', sub: 'kim', unit: 'u', function: 'pedagogue' };
const clearance = { familyId: family, sub: 'kim', unit: 'u', function: 'pedagogue', to: '2026-12-01' };

const caught = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('an employee’s own person', () => {
  it('is named by CPR number, with or without its hyphen', () => {
    expect(validate(SetEmployeeRelation, body)).toEqual(body);
    const hyphened = `${cpr.slice(0, 6)}-${cpr.slice(6)}`;
    expect(validate(SetEmployeeRelation, { ...body, cpr: hyphened })).toMatchObject({ cpr: hyphened });
  });

  it('is refused without the number being repeated, wherever it was put', () => {
    const bodies = [
      { ...body, cpr: `99${cpr.slice(2)}` },
      { ...body, sub: cpr },
      { ...body, [cpr]: cpr },
      { ...body, kind: cpr },
    ];
    for (const wrong of bodies) {
      const error = caught(() => validate(SetEmployeeRelation, wrong));
      expect(error).toMatchObject({ problem: 'validation-failed' });
      expect(`${String(error)} ${JSON.stringify(error)} ${inspect(error)}`).not.toContain(cpr.slice(2));
    }
  });
});

describe('a relation or clearance', () => {
  it.each(['sub', 'unit', 'function'])('has no number as its %s', (field) => {
    for (const [schema, right] of [
      [SetRelation, relation],
      [GiveClearance, clearance],
    ] as const) {
      expect(validate(schema, right)).toEqual(right);
      expect(caught(() => validate(schema, { ...right, [field]: cpr }))).toMatchObject({
        fields: [{ field, rule: 'holds-cpr' }],
      });
    }
  });
});
