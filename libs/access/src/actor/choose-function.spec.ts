import { DomainError, municipalityCode } from '@helhed/kernel';
import { outsideMunicipalities, type Actor } from './actor.js';
import { actIn, byDefault, requireChoice } from './choose-function.js';
import { parseFunctions } from './functions.js';
import { notAllowed } from './reach.js';

const holding = (...pairs: string[]): Actor =>
  byDefault({
    kind: 'person',
    municipality: municipalityCode('0450'),
    issuer: 'issuer',
    sub: 'pia',
    azp: 'demo-cli',
    functions: parseFunctions(pairs),
  });
/** What is thrown, as the answer to the request says it. */
function refusal(act: () => unknown): Pick<DomainError, 'kind' | 'problem' | 'detail' | 'extension'> {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
const [pedagogue, teacher] = ['db-solsikken:pedagogue', 'skole-nord:teacher'];

describe('the function of a request (docs/access.md 1.2)', () => {
  it('needs no choice of who holds none or one, or has chosen', () => {
    for (const actor of [holding(), holding(pedagogue), actIn(holding(pedagogue, teacher), teacher)])
      expect(() => requireChoice(actor)).not.toThrow();
  });

  it('is asked for by a 400 that names those held, for people and for programs', () => {
    const { kind, problem, detail, extension } = refusal(() => requireChoice(holding(pedagogue, teacher)));
    expect([kind, problem, extension]).toEqual(['invalid', 'function-ambiguous', { functions: [pedagogue, teacher] }]);
    expect(detail.da).toMatch(/^Du har flere .+ Helhed-Function: db-solsikken:pedagogue, skole-nord:teacher\.$/);
    expect(detail.en).toMatch(/^You hold several .+ Helhed-Function: db-solsikken:pedagogue, skole-nord:teacher\.$/);
  });

  it('that is no pair is a 400 that shows one', () => {
    const { kind, problem, detail } = refusal(() => actIn(holding(pedagogue), 'pedagogue'));
    expect([kind, problem]).toEqual(['invalid', 'function-invalid']);
    expect(detail.da).toMatch(/skal være .+ db-solsikken:pedagogue\.$/);
    expect(detail.en).toMatch(/must be .+ db-solsikken:pedagogue\.$/);
  });

  it('that is not held is a 403, also where its unit or its name is', () => {
    for (const header of ['db-solsikken:teacher', 'skole-nord:pedagogue', 'visitation:triager']) {
      const { kind, problem, detail } = refusal(() => actIn(holding(pedagogue, teacher), header));
      expect([kind, problem]).toEqual(['forbidden', 'function-not-held']);
      expect(detail.da).toMatch(/^Du har ikke .+\.$/);
      expect(detail.en).toMatch(/^You do not hold .+\.$/);
    }
  });
});

it('what a function may not do at all is a 403 in both languages', () => {
  expect(notAllowed()).toMatchObject({
    kind: 'forbidden',
    problem: 'not-allowed',
    detail: {
      da: expect.stringMatching(/^Din funktion .+\.$/),
      en: expect.stringMatching(/^Your function .+\.$/),
    },
  });
});

it('an actor outside the municipalities keeps all else, and asked for its municipality refuses', () => {
  const { municipality: _, ...operator } = { ...holding(), kind: 'operator' as const };
  const outside = outsideMunicipalities(operator);
  expect(outside).toMatchObject({ kind: 'operator', issuer: 'issuer', sub: 'pia', azp: 'demo-cli' });
  const { kind, problem, detail } = refusal(() => outside.municipality);
  expect([kind, problem]).toEqual(['invalid', 'municipality-required']);
  expect(detail.da).toMatch(/^Angiv .+ Helhed-Municipality\.$/);
  expect(detail.en).toMatch(/^Name .+ Helhed-Municipality\.$/);
});
