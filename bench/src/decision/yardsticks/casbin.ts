import { newEnforcer, newModel } from 'casbin';
import { basesOf, numbers, personsOf, schoolOf, type Yardstick } from './yardstick.js';

const model = `
[request_definition]
r = unit, programme, layer, purpose, category, persons, today
[policy_definition]
p = unit, programme, layer, purpose, categories, persons, from
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.unit == p.unit && r.programme == p.programme && r.layer == p.layer && r.purpose == p.purpose && p.from <= r.today && among(r.category, p.categories) && among(r.persons, p.persons)
`;

/** Each basis is a line of policy, and each layer a request: both must be allowed. */
export const casbin: Yardstick = {
  name: 'Casbin, a line for each basis',
  calls: 20,
  async load(bases) {
    const enforcer = await newEnforcer(newModel(model));
    // a list is text with its words between spaces
    await enforcer.addFunction('among', (words: string, list: string) =>
      words.split(' ').every((word) => list.includes(` ${word} `)),
    );
    const lines = numbers(bases).flatMap((family) =>
      basesOf(family).map(([layer, unit]) => [
        unit,
        'course',
        layer,
        'cooperation',
        ' family-structure referral-outcome ',
        ` ${personsOf(family).join(' ')} `,
        '2026-01-01',
      ]),
    );
    enforcer.getModel().addPolicies('p', 'p', lines);
    return (family) =>
      ['processing', 'disclosure'].every((layer) =>
        enforcer.enforceSync(
          schoolOf(family),
          'course',
          layer,
          'cooperation',
          'referral-outcome',
          personsOf(family).join(' '),
          '2026-10-05',
        ),
      );
  },
};
