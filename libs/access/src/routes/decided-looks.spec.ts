import { requestContext } from '@helhed/telemetry';
import { z } from 'zod';
import { followAnswer } from '../lease/answer.js';
import { DecidedLooks } from './decided-looks.js';
import type { RouteAccess } from './declarations.js';
import { frame } from './frame.js';

const person = { kind: 'person' } as const;
const read: RouteAccess = { as: 'access', act: 'x.read', allow: [person], subjects: 'family' };
const feed: RouteAccess = { as: 'secret-link', act: 'feed.read', subjects: 'family' };
const actor = (kind: 'person' | 'service') => ({ kind, issuer: 'i', sub: 's', azp: 'a' });

const receipt = frame(z.strictObject({ id: z.string() }));

function mustBe(method: string, access: RouteAccess, required = true, kind: 'person' | 'service' = 'person'): unknown {
  const context = { requestId: 'r', actor: actor(kind) };
  const answer = followAnswer(context);
  const looks = new DecidedLooks();
  looks.required = required;
  requestContext.run(context, () => looks.note(method, access));
  return answer.mustBe;
}

describe('an answer must be decided', () => {
  it('where its route shows families, by GET, HEAD, a search by POST, or a secret link', () => {
    expect(mustBe('GET', read)).toBe('decided');
    expect(mustBe('HEAD', read)).toBe('decided');
    expect(mustBe('POST', { ...read, mode: 'read' })).toBe('decided');
    expect(mustBe('GET', feed)).toBe('decided');
  });

  it('where its route is a command about families, whose own answer is a look, unless it is a frame', () => {
    expect(mustBe('POST', { ...read, answers: 'decided' })).toBe('decided');
    expect(mustBe('POST', { ...read, answers: receipt })).toBe(receipt);
    expect(mustBe('POST', read)).toBe('decided');
  });

  it('not where it shows none, is a claim, is public, or the service is not decided throughout', () => {
    expect(mustBe('GET', { ...read, subjects: 'none' })).toBeUndefined();
    expect(mustBe('GET', { ...feed, subjects: 'none' })).toBeUndefined();
    expect(mustBe('POST', { ...read, subjects: 'none' })).toBeUndefined();
    expect(mustBe('GET', read, true, 'service')).toBeUndefined();
    expect(mustBe('GET', { as: 'public', reason: 'health' })).toBeUndefined();
    expect(mustBe('GET', read, false)).toBeUndefined();
  });

  it('where a link shows somebody, too; and nowhere unless the service says so', () => {
    expect(mustBe('GET', { ...feed, subjects: 'person' })).toBe('decided');
    expect(mustBe('GET', { ...feed, subjects: 'staff' })).toBeUndefined();
    expect(new DecidedLooks().required).toBe(false);
  });

  it('also before it is known who asks, and never where nobody follows the answer', () => {
    const context = { requestId: 'r' };
    const answer = followAnswer(context);
    const looks = new DecidedLooks();
    looks.required = true;
    requestContext.run(context, () => looks.note('GET', read));
    expect(answer.mustBe).toBe('decided');
    expect(() => looks.note('GET', read)).not.toThrow();
    expect(() => requestContext.run({ requestId: 'other' }, () => looks.note('GET', read))).not.toThrow();
  });
});
