import { createHmac, createSecretKey } from 'node:crypto';
import { requestContext, type RequestContext } from '@helhed/telemetry';
import type { FastifyRequest } from 'fastify';
import { IdempotencyKeys } from './idempotent.js';

const secret = createSecretKey(Buffer.alloc(32, 7));
const actor = { kind: 'person', issuer: 'issuer', sub: 'gitte', azp: 'helhed-pages' } as const;
const body = { heldOn: '2026-10-01', note: 'Alma ser på mor.' };
const first = { id: '01a20062-7b0b-71ae-8c15-e11823600673' };
const second = { id: '01a20062-7b0b-71ae-8c15-e11823600674' };

function claim(request: Partial<Pick<FastifyRequest, 'body' | 'params' | 'query'>>, key = 'once') {
  const context: RequestContext = { requestId: 'request', actor };
  const asked = { method: 'POST', headers: { 'idempotency-key': key }, routeOptions: { url: '/v1/things/:id::note' } };
  const sent = { params: {}, query: {}, body, ...request };
  requestContext.run(context, () =>
    new IdempotencyKeys(secret).claim({ ...asked, ...sent } as unknown as FastifyRequest),
  );
  return { key: context.idempotency!.keyHash.toString('hex'), content: context.idempotency!.bodyHmac.toString('hex') };
}

describe('what a request under an Idempotency-Key asks', () => {
  it('is the same when it is sent again', () => {
    const request = { params: first, query: { dry: 'no' } };
    expect(claim(request)).toEqual(claim({ ...request, body: { ...body } }));
  });

  it.each([
    ['at another address', { params: second }],
    ['with another query', { params: first, query: { dry: 'yes' } }],
    ['with another body', { params: first, body: { ...body, note: 'Alma ser på far.' } }],
    ['without a body', { params: first, body: undefined }],
  ])('is another %s, under the same key', (_, request) => {
    const [one, other] = [claim({ params: first }), claim(request)];
    expect(other.key).toBe(one.key);
    expect(other.content).not.toBe(one.content);
  });

  it('of a route whose address names nothing is its body: keys from before the address counted are known still', () => {
    const before = createHmac('sha256', secret).update(JSON.stringify(body)).digest('hex');
    expect(claim({}).content).toBe(before);
    expect(claim({ params: undefined, query: undefined }).content).toBe(before);
  });

  it('is apart from what another key asks', () => expect(claim({}, 'twice').key).not.toBe(claim({}).key));
});
