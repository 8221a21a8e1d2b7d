import { municipalityCode } from '@helhed/kernel';
import { TokenRefused } from './token-refused.js';
import { checkToken } from './token-rules.js';

const municipality = municipalityCode('0450');
const issuer = 'https://helhed.example/auth/realms/kommune-0450';
const minutes = [
  { validFrom: '2025-01-01', value: 5 },
  { validFrom: '2026-11-01', value: 2 },
];

/** What is said of a token of so many seconds, issued and read at a time; of the platform's own rule where none is given. */
function said(at: string, life: number, rule?: typeof minutes): string {
  const now = new Date(at);
  const iat = now.getTime() / 1000;
  const header = { alg: 'RS256', typ: 'JWT', kid: 'first' };
  const who = { iss: issuer, aud: 'helhed', azp: 'demo-cli', sub: 'somebody', typ: 'Bearer', municipality };
  try {
    checkToken({ header, claims: { ...who, iat, exp: iat + life } }, { issuer, municipality }, now, rule);
    return 'accepted';
  } catch (error) {
    if (error instanceof TokenRefused) return error.reason;
    throw error;
  }
}

it.each([
  ['2026-10-31T22:59:59Z', 300, 'accepted'],
  ['2026-10-31T22:59:59Z', 301, 'lifetime'],
  // midnight in Copenhagen
  ['2026-10-31T23:00:00Z', 121, 'lifetime'],
  ['2026-10-31T23:00:00Z', 120, 'accepted'],
])('a token lives as long as the ground rule of the day lets it: at %s, %d seconds are %s', (at, life, answer) =>
  expect(said(at, life, minutes)).toBe(answer),
);

it('without another rule, as long as the platform’s own says', () => {
  expect(said('2026-10-05T10:00:00Z', 300)).toBe('accepted');
  expect(said('2026-10-05T10:00:00Z', 301)).toBe('lifetime');
});
