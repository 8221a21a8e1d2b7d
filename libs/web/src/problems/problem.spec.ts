import { languageOf, Problem, ProblemCatalogue } from './problem.js';
import { problemList, problemPage } from './problem-page.js';

const own = {
  'too-old': { title: { da: 'For gammel', en: 'Too old' }, advice: { da: 'Se `graenser`.', en: 'See `limits`.' } },
};
const problems = new ProblemCatalogue('referral', own);
const detail = { da: 'Over 6 år.', en: 'Over 6 years.' };

describe('a problem', () => {
  it('is written in both languages, with the one asked for first', () => {
    const problem = problems.write({ status: 422, problem: 'too-old', detail }, '0190a8a2', 'da');
    expect(problem).toEqual({
      type: '/referral/problems/too-old',
      title: 'For gammel',
      titles: { da: 'For gammel', en: 'Too old' },
      status: 422,
      detail: 'Over 6 år.',
      details: detail,
      instance: 'urn:uuid:0190a8a2',
    });
    expect(Problem.safeParse(problem).success).toBe(true);
  });

  it('that nobody described has the title of its status', () => {
    expect(problems.write({ status: 409, problem: 'forgotten' }, '1', 'en').title).toBe(
      'It clashes with something that has happened',
    );
    expect(problems.write({ status: 418, problem: 'forgotten' }, '1', 'en').titles.da).not.toBe('');
  });

  it('cannot have its own members take the place of the standard ones', () => {
    const extension = { status: 200, type: 'about:blank', alternatives: ['tomorrow'] };
    const problem = problems.write({ status: 422, problem: 'too-old', extension }, '1', 'en');
    expect(problem).toMatchObject({ status: 422, type: '/referral/problems/too-old', alternatives: ['tomorrow'] });
  });

  it.each([
    [undefined, 'en'],
    ['da', 'da'],
    ['da-DK, da;q=0.9, en;q=0.8', 'da'],
    ['en-GB, da;q=0.5', 'en'],
    ['de', 'en'],
  ])('with Accept-Language %j is told in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('has a page, on which nothing is markup but ours', () => {
    const page = problemPage('too-old', { ...own['too-old'], title: { da: '<b>', en: '"&' } });
    expect(page).toContain('<code>graenser</code>');
    expect(page).not.toContain('<b>');
  });

  it('stands on the list of its service, beside the general ones', () => {
    const page = problemList(problems.types, 'referral');
    expect(page).toMatch(/<a href="\/referral\/problems\/too-old"><code>too-old<\/code><\/a\s*>: For gammel/);
    expect(page).toContain('/referral/problems/if-match-malformed');
  });

  it('of a name that objects have is not found by accident', () => {
    expect(problems.find('constructor')).toBeUndefined();
  });
});
