import {
  preparsePolicySet,
  statefulIsAuthorized,
  type Entities,
  type PolicySet,
} from '@cedar-policy/cedar-wasm/nodejs';
import { basesOf, numbers, personsOf, schoolOf, type Yardstick } from './yardstick.js';

const entity = (type: string, id: string) => ({ type, id });

function allows(set: string, action: string, family: number, entities: Entities): boolean {
  const answer = statefulIsAuthorized({
    principal: entity('User', 'trine'),
    action: entity('Action', action),
    resource: entity('Referral', String(family)),
    context: {},
    preparsedPolicySetId: set,
    entities,
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === 'allow';
}

function preparse(set: string, policies: PolicySet): void {
  const answer = preparsePolicySet(set, policies);
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
}

/** One policy over what was loaded of the referral, as ours decides over loaded facts: bases are attributes. */
export const cedarOverFacts: Yardstick = {
  name: 'Cedar, one policy over loaded facts',
  calls: 4_000,
  load(bases) {
    const set = `facts ${bases}`;
    preparse(set, {
      staticPolicies: `permit (principal, action == Action::"outcome", resource) when {
        resource.partners.contains(principal.unit) &&
        resource.bases.processing.containsAll(resource.persons) && resource.bases.disclosure.containsAll(resource.persons)
      };`,
    });
    return Promise.resolve((family) => {
      const persons = personsOf(family);
      const attributes = { persons, partners: [schoolOf(family)], bases: { processing: persons, disclosure: persons } };
      return allows(set, 'outcome', family, [
        { uid: entity('User', 'trine'), attrs: { unit: schoolOf(family) }, parents: [] },
        { uid: entity('Referral', String(family)), attrs: attributes, parents: [] },
      ]);
    });
  },
};

/** Each basis is a policy, linked from a template, and each layer a request: both must be allowed. */
export const cedarByPolicy: Yardstick = {
  name: 'Cedar, a policy for each basis',
  calls: 5,
  load(bases) {
    const set = `policies ${bases}`;
    const template = (layer: string): string =>
      `permit (principal in ?principal, action == Action::"${layer}", resource in ?resource);`;
    preparse(set, {
      templates: { processing: template('processing'), disclosure: template('disclosure') },
      templateLinks: numbers(bases).flatMap((family) =>
        basesOf(family).map(([layer, unit], n) => ({
          templateId: layer,
          newId: `${family}-${n}`,
          values: { '?principal': entity('Unit', unit), '?resource': entity('Family', String(family)) },
        })),
      ),
    });
    return Promise.resolve((family) => {
      const entities: Entities = [
        { uid: entity('User', 'trine'), attrs: {}, parents: [entity('Unit', schoolOf(family))] },
        { uid: entity('Referral', String(family)), attrs: {}, parents: [entity('Family', String(family))] },
      ];
      return ['processing', 'disclosure'].every((layer) => allows(set, layer, family, entities));
    });
  },
};
