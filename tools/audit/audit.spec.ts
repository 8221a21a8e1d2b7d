import { verdict } from './verdict.ts';

const report = (vulnerabilities: object): string => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

it('no serious hole is clean', () => {
  expect(verdict(report({})).state).toBe('clean');
  expect(verdict(report({ a: { severity: 'moderate' } })).state).toBe('clean');
});

it.each(['high', 'critical'])('a %s hole fails, by name', (severity) => {
  expect(verdict(report({ undici: { severity, range: '<7.1.0' } }))).toEqual({
    state: 'vulnerable',
    lines: [`undici <7.1.0: ${severity}`],
  });
});

it.each([
  [
    'refuses',
    JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/audit', statusCode: 405 }),
    '405 Method Not Allowed - POST its audit address',
  ],
  [
    'is away',
    JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'getaddrinfo ENOTFOUND' } }),
    'getaddrinfo ENOTFOUND',
  ],
  ['talks nonsense', '<html>', 'no report'],
])('a registry that %s is said, not passed over', (_, output, why) => {
  expect(verdict(output)).toEqual({
    state: 'unanswered',
    lines: [`NOT AUDITED: the registry did not answer (${why}).`],
  });
});
