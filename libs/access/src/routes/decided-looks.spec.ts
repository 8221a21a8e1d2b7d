import { requestContext } from '@helhed/telemetry';
import { followAnswer } from '../lease/answer.js';
import { DecidedLooks } from './decided-looks.js';
import type { RouteAccess } from './declarations.js';

const person = { kind: 'person' } as const;
const read: RouteAccess = { as: 'access', act: 'x.read', allow: [person], subjects: 'family' };
const feed: RouteAccess = { as: 'secret-link', act: 'feed.read', subjects: 'family' };
const actor = (kind: 'person' | 'service') => ({ kind, issuer: 'i', sub: 's', azp: 'a' });

function mustLook(
  method: string,
  access: RouteAccess,
  required = true,
  kind: 'person' | 'service' = 'person',
): boolean {
  const context = { requestId: 'r', actor: actor(kind) };
  const answer = followAnswer(context);
  const looks = new DecidedLooks();
  looks.required = required;
  requestContext.run(context, () => looks.note(method, access));
  return answer.mustLook;
}

describe('an answer must have gone through Looks', () => {
  it('where its route shows families, by GET, HEAD, a search by POST, or a secret link', () => {
    expect(mustLook('GET', read)).toBe(true);
    expect(mustLook('HEAD', read)).toBe(true);
    expect(mustLook('POST', { ...read, mode: 'read' })).toBe(true);
    expect(mustLook('GET', feed)).toBe(true);
  });

  it('not where it shows none, is a command or a claim, is public, or the service is not decided throughout', () => {
    expect(mustLook('GET', { ...read, subjects: 'none' })).toBe(false);
    expect(mustLook('GET', { ...feed, subjects: 'none' })).toBe(false);
    expect(mustLook('POST', read)).toBe(false);
    expect(mustLook('GET', read, true, 'service')).toBe(false);
    expect(mustLook('GET', { as: 'public', reason: 'health' })).toBe(false);
    expect(mustLook('GET', read, false)).toBe(false);
  });
});
