import { municipalityCode } from '@helhed/kernel';
import { TokenRefused } from './token-refused.js';
import { checkHeader, checkToken } from './token-rules.js';

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

describe('a token is good at an instant', () => {
  const now = Date.parse('2026-10-05T10:00:00Z') / 1000;
  const header = { alg: 'RS256', typ: 'JWT', kid: 'first' };
  const good = {
    iss: issuer,
    aud: 'helhed',
    azp: 'cli',
    sub: 'pia',
    typ: 'Bearer',
    municipality,
    iat: now,
    exp: now + 60,
  };
  const reason = (act: () => void) => {
    try {
      act();
      return 'accepted';
    } catch (error) {
      return error instanceof TokenRefused ? error.reason : String(error);
    }
  };
  const judged = (claims: object, of: Parameters<typeof checkToken>[1] = { issuer, municipality }, milliseconds = 0) =>
    reason(() =>
      checkToken({ header, claims: { ...good, ...claims } }, of, new Date(now * 1000 + milliseconds), minutes),
    );

  it.each<[string, object, string]>([
    ['of a minute', {}, 'accepted'],
    ['that runs out in a second', { iat: now - 60, exp: now + 1 }, 'accepted'],
    ['that runs out now', { iat: now - 60, exp: now }, 'expired'],
    ['without an end', { exp: undefined }, 'expired'],
    ['of a clock that is ten seconds ahead', { iat: now + 10, nbf: now + 10 }, 'accepted'],
    ['begun in eleven seconds', { nbf: now + 11 }, 'not-yet'],
    ['issued in eleven seconds', { iat: now + 11 }, 'not-yet'],
    ['issued at no time', { iat: undefined }, 'not-yet'],
    ['of five minutes', { exp: now + 300 }, 'accepted'],
    ['of five minutes and a second', { exp: now + 301 }, 'lifetime'],
    ['of an earlier start with too long a life', { iat: now - 1, exp: now + 300 }, 'lifetime'],
    ['of a client in its own name', { client_id: 'cli' }, 'accepted'],
    ['of another client', { client_id: 'another' }, 'client'],
    ['of nobody', { sub: '' }, 'sub'],
    ['of no client', { azp: undefined }, 'azp'],
    ['of an operator', { operator: true }, 'operator'],
    ['of one who says to be none', { operator: 'yes' }, 'accepted'],
    ['for another audience', { aud: ['account'] }, 'aud'],
    ['of another issuer', { iss: `${issuer}/` }, 'iss'],
    ['of another type', { typ: 'ID' }, 'typ'],
    ['of another municipality', { municipality: '0561' }, 'municipality'],
  ])('%s', (_what, claims, expected) => expect(judged(claims)).toBe(expected));

  it('and to the second, whatever the milliseconds', () => {
    expect(judged({ iat: now - 60, exp: now + 1 }, undefined, 999)).toBe('accepted');
    expect(judged({ iat: now - 60, exp: now + 1 }, undefined, 1_000)).toBe('expired');
  });

  it('of the operators’ realm: with the operator claim and no municipality', () => {
    const operators = { issuer };
    expect(judged({ municipality: undefined, operator: true }, operators)).toBe('accepted');
    expect(judged({ municipality: undefined }, operators)).toBe('operator');
    expect(judged({ operator: true }, operators)).toBe('municipality');
  });

  it.each<[object, string]>([
    [{}, 'accepted'],
    [{ alg: 'RS512' }, 'alg'],
    [{ typ: 'at+jwt' }, 'typ'],
    [{ typ: undefined }, 'typ'],
    [{ crit: [] }, 'malformed'],
    [{ kid: '' }, 'key'],
    [{ kid: undefined }, 'key'],
  ])('with %j in its header it is %s', (change, expected) => {
    expect(reason(() => checkHeader({ ...header, ...change }))).toBe(expected);
    expect(
      reason(() =>
        checkToken(
          { header: { ...header, ...change }, claims: good },
          { issuer, municipality },
          new Date(now * 1000),
          minutes,
        ),
      ),
    ).toBe(expected);
  });
});
