import { DomainError } from '@helhed/kernel';
import { chosenInAddress, requireOwnForm, sessionOf, setSession } from './pages.js';

const session = { accessToken: 'token', csrf: 'ours' };
function said(method: string, body: unknown, csrf = 'ours'): string {
  try {
    requireOwnForm({ method, headers: {}, body }, { ...session, csrf });
    return 'taken';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect([error.kind, error.detail.da, error.detail.en]).toEqual([
      'forbidden',
      expect.stringMatching(/^Formularen .+\.$/),
      expect.stringMatching(/^The form .+\.$/),
    ]);
    return error.problem;
  }
}

describe('a form of a page', () => {
  it.each([
    ['GET', undefined, 'taken'],
    ['HEAD', undefined, 'taken'],
    ['POST', { csrf: 'ours' }, 'taken'],
    ['POST', { csrf: 'them' }, 'csrf'],
    ['POST', { csrf: 'ourselves' }, 'csrf'],
    ['POST', { csrf: 7 }, 'csrf'],
    ['POST', undefined, 'csrf'],
    ['DELETE', {}, 'csrf'],
  ])('by %s with %j is %s', (method, body, expected) => expect(said(method, body)).toBe(expected));

  it('is taken by no session that has nothing to prove it by', () => {
    expect([said('POST', { csrf: '' }, ''), said('POST', {}, '')]).toEqual(['csrf', 'csrf']);
  });
});

it('a page’s session is of its own request alone', () => {
  const request = {};
  setSession(request, session);
  expect([sessionOf(request), sessionOf({})]).toEqual([session, undefined]);
});

it.each([
  [{ function: 'a:b' }, 'a:b'],
  [{ function: '' }, undefined],
  [{ function: ['a:b', 'c:d'] }, undefined],
  [{}, undefined],
  [undefined, undefined],
  [null, undefined],
])('the function chosen in the address is one text: of %j %s', (query, expected) =>
  expect(chosenInAddress({ method: 'GET', headers: {}, query })).toBe(expected),
);
