import { checkFacts } from './check-facts.js';
import { getDefinition } from './load-all.js';

const brondby = getDefinition('brondby-helhedsprojekt');
const support = { parentOnPublicSupport: true };

describe('the facts that a referral states', () => {
  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ['all that must be there', support, []],
    ['also some that may', { ...support, problems: ['health', 'social'], administrations: [] }, []],
    ['none', {}, [['facts.parentOnPublicSupport', 'required']]],
    ['of another type', { parentOnPublicSupport: 'yes' }, [['facts.parentOnPublicSupport', 'type']]],
    ['a code for a list', { ...support, problems: 'health' }, [['facts.problems', 'type']]],
    ['codes that are no codes', { ...support, problems: [1] }, [['facts.problems', 'type']]],
    ['another value', { ...support, problems: ['health', 'housing'] }, [['facts.problems.1', 'not-one-of']]],
    ['a computed one', { ...support, youngestChildAge: 3 }, [['facts.youngestChildAge', 'derived-fact']]],
    ['an unknown one', { ...support, constructor: 1 }, [['facts.*', 'unknown']]],
    ['null for unknown', { ...support, problems: null }, [['facts.problems', 'type']]],
  ])('%s', (_, stated, errors) => {
    expect(checkFacts(brondby, stated).map(({ field, rule }) => [field, rule])).toEqual(errors);
  });

  it('an unknown one is told which the programme asks for', () => {
    const [error] = checkFacts(brondby, { ...support, housing: true });
    const names = brondby.facts.map(({ code }) => code).join(', ');
    expect(error?.message).toEqual({
      da: `Indsatsen beder kun om: ${names}.`,
      en: `The programme asks only for: ${names}.`,
    });
    const [none] = checkFacts({ ...brondby, facts: [] }, { housing: true });
    expect(none?.message?.en).toBe('The programme asks for no facts.');
  });

  it('a name in the wrong place is not repeated', () => {
    expect(JSON.stringify(checkFacts(brondby, { ...support, 'Ida Holm': true }))).not.toContain('Ida');
  });
});
