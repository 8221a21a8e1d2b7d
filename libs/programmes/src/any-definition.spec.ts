import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Facts } from './facts.js';
import { loadDefinition } from './load-definition.js';
import { cases, definitions } from './test/any-definition.js';
import { triage } from './triage.js';

it('any valid definition written as a file is read as what it was', () =>
  fc.assert(
    fc.property(definitions, (definition) => {
      const yaml = stringify(definition, { aliasDuplicateObjects: false });
      expect(loadDefinition(yaml, `${definition.code}.yaml`)).toEqual(definition);
    }),
  ));

describe('triage of any family for any programme', () => {
  it('gives every rule an outcome, and the same one each time', () =>
    fc.assert(
      fc.property(definitions, fc.dictionary(fc.string(), fc.anything()), (definition, facts) => {
        const once = triage(definition, facts as Facts);
        expect(once.rules.map(({ rule }) => rule)).toEqual(definition.targetGroup.map((rule) => rule.code));
        expect(triage(definition, structuredClone(facts) as Facts)).toEqual(once);
      }),
    ));

  it('knowing nothing, finds nothing met', () =>
    fc.assert(
      fc.property(definitions, (definition) => {
        const { rules, suggestion } = triage(definition, {});
        expect(new Set(rules.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
        expect(suggestion).toBe('doubtful');
      }),
    ));

  it('what it finds met or not met, no further fact can change', () =>
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.boolean()), ({ definition, facts }, keep) => {
        const fewer = Object.fromEntries(Object.entries(facts).filter(() => keep.next().value));
        const known = triage(definition, fewer).rules;
        const changed = triage(definition, facts).rules.filter(
          ({ outcome }, index) => known[index]?.outcome !== 'unknown' && outcome !== known[index]?.outcome,
        );
        expect(changed).toEqual([]);
      }),
    ));

  it('suggests that a family meets the target group only when every required rule is met', () =>
    fc.assert(
      fc.property(cases, ({ definition, facts }) => {
        const { rules, suggestion } = triage(definition, facts);
        const required = rules.filter(({ kind }) => kind === 'required').map(({ outcome }) => outcome);
        expect(suggestion === 'meets' && required.some((outcome) => outcome !== 'met')).toBe(false);
        expect(suggestion === 'outside').toBe(required.includes('not-met'));
      }),
    ));
});
