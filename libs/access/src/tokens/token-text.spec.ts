import { TokenRefused } from './token-refused.js';
import { readToken } from './token-text.js';

const part = (text: unknown): string => Buffer.from(JSON.stringify(text)).toString('base64url');
const header = { alg: 'RS256', typ: 'JWT', kid: 'first' };
const claims = {
  iss: 'issuer',
  sub: 'pia',
  aud: ['helhed', 'account'],
  azp: 'demo-cli',
  typ: 'Bearer',
  exp: 300,
  nbf: 0,
  iat: 0,
  municipality: '0450',
  functions: ['a:b'],
  operator: true,
  client_id: 'demo-cli',
};
const token = (body: unknown = claims, head: unknown = header, signature = part('s')) =>
  `${part(head)}.${part(body)}.${signature}`;
const refused = (text: string) => {
  try {
    return readToken(text);
  } catch (error) {
    return error instanceof TokenRefused ? error.reason : String(error);
  }
};

describe('a token’s text', () => {
  it('is read as it is written, without what we do not know', () => {
    expect(readToken(token())).toEqual({ header, claims });
    expect(readToken(token({ ...claims, name: 'Pia' }, { ...header, jku: 'https://forged.example' }))).toEqual({
      header,
      claims,
    });
    expect(readToken(token({ iss: 'issuer', aud: 'helhed' }, { alg: 'none' }))).toEqual({
      header: { alg: 'none' },
      claims: { iss: 'issuer', aud: 'helhed' },
    });
    expect(readToken(token(claims, { ...header, crit: ['b64'] })).header.crit).toEqual(['b64']);
  });

  it.each<[string, object]>([
    ['iss', { iss: 7 }],
    ['no iss', { iss: undefined }],
    ['sub', { sub: 7 }],
    ['aud', { aud: 7 }],
    ['aud among several', { aud: ['helhed', 7] }],
    ['azp', { azp: ['demo-cli'] }],
    ['typ', { typ: null }],
    ['exp as text', { exp: '300' }],
    ['exp of parts of a second', { exp: 300.5 }],
    ['exp before time', { exp: -1 }],
    ['nbf', { nbf: '0' }],
    ['iat', { iat: '0' }],
    ['municipality', { municipality: 450 }],
    ['client', { client_id: 7 }],
  ])('with a wrong %s is malformed', (_claim, change) =>
    expect(refused(token({ ...claims, ...change }))).toBe('malformed'),
  );

  it.each<[string, unknown]>([
    ['alg', { ...header, alg: 7 }],
    ['no alg', { typ: 'JWT' }],
    ['typ', { ...header, typ: 7 }],
    ['kid', { ...header, kid: 7 }],
    ['header at all', 'JWT'],
  ])('with a wrong %s in its header is malformed', (_field, head) =>
    expect(refused(token(claims, head))).toBe('malformed'),
  );

  it('is three parts of base64url, and nothing around them', () => {
    const good = token();
    for (const text of [
      '',
      good.slice(0, good.lastIndexOf('.')),
      `${good}.x`,
      ` ${good}`,
      `${good} `,
      `${good}\n`,
      `x.${good}`,
    ])
      expect([text, refused(text)]).toEqual([text, 'malformed']);
    expect(refused(`${part(header)}.${part(claims)}.`)).toBe('malformed');
    expect(refused(`${part(header)}..${part('s')}`)).toBe('malformed');
  });

  it('has no stray bits: one text for the same bytes, in each part', () => {
    const [one, other] = ['AA', 'AB'];
    expect(Buffer.from(other, 'base64url')).toEqual(Buffer.from(one, 'base64url'));
    expect(readToken(token(claims, header, one)).claims).toEqual(claims);
    expect(refused(token(claims, header, other))).toBe('malformed');
    const [body, bent] = [Buffer.from('{"iss":"abc"}').toString('base64url'), 'eyJpc3MiOiJhYmMifR'];
    expect(Buffer.from(bent, 'base64url')).toEqual(Buffer.from(body, 'base64url'));
    expect(readToken(`${part(header)}.${body}.AA`).claims).toEqual({ iss: 'abc' });
    expect(refused(`${part(header)}.${bent}.AA`)).toBe('malformed');
  });

  it('is at most 16 KiB long', () => {
    const sized = (length: number) => {
      const rest = token(claims, header, '');
      return `${rest}${'A'.repeat(length - rest.length)}`;
    };
    const lengths = [16_384, 16_383, 16_382].filter((length) => (length - token(claims, header, '').length) % 4 !== 1);
    expect(refused(sized(lengths[0]!))).toEqual({ header, claims });
    expect([16_385, 16_386, 16_388].map((length) => refused(sized(length)))).toEqual(Array(3).fill('malformed'));
  });
});
