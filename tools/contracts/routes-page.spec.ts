import { routesPage } from './routes-page.ts';

const row = (access: object) => ({
  method: 'GET',
  path: '/v1/x/{id}',
  access: { as: 'access', act: 'x.read', subjects: 'family', ...access },
});
const lineOf = (access: object): string =>
  routesPage(new Map([['consent', [row(access)]]]))
    .split('\n')
    .find((line) => line.includes('/consent/v1/x/{id}')) ?? '';

it.each([
  [
    'functions',
    { allow: [{ kind: 'person', functions: ['triager', 'group-leader'] }] },
    'x.read | person: triager, group-leader | family',
  ],
  ['any function', { allow: [{ kind: 'system', functions: 'any', unit: 'own' }] }, 'system: any (in own unit)'],
  [
    'a service',
    { allow: [{ kind: 'service', services: ['family-plan'] }, { kind: 'operator' }] },
    'service: family-plan; operator',
  ],
  ['a secret', { as: 'secret-link' }, 'the bearer of the secret in the address'],
  [
    'everybody',
    { as: 'public', act: undefined, subjects: undefined, reason: 'Health.' },
    '– | everybody. Health. | none',
  ],
  [
    'those with a relation, and what it shows them',
    { allow: [{ kind: 'person' }], relations: ['team', 'partner'], sections: ['family.structure'] },
    'person | family | family.structure: team, partner |',
  ],
  [
    'those with a relation, for the frame alone',
    { allow: [{ kind: 'person' }], relations: ['lead'], sections: [] },
    '| frame: lead |',
  ],
])('the page says a route open to %s', (_, access, said) => expect(lineOf(access)).toContain(said));

it('what every service has alike is said once', () => {
  const health = row({ as: 'public', reason: 'Health.' });
  const page = routesPage(
    new Map([
      ['consent', [health, { ...row({}), path: '/v1/bases' }]],
      ['referral', [health]],
    ]),
  );
  expect(page.match(/\/v1\/x\/\{id\}/g)).toHaveLength(1);
  expect(page).toContain('GET /{service}/v1/x/{id}');
  expect(page).toContain('GET /consent/v1/bases');
});
