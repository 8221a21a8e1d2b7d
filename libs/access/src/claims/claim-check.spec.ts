import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { claims as contracted, ReferralReceived, type CloudEvent, type Context } from '@helhed/contracts';
import { ClaimCheck } from './claim-check.js';

const referralId = '0198a1b2-0000-7000-8000-000000000001';
const event = (data: object) =>
  ({ type: ReferralReceived.type, source: '/helhed/0450/referral', municipality: '0450', data }) as CloudEvent<object>;

describe('the claim check', () => {
  let owner: Server;
  let claims: ClaimCheck;
  let asked: string[];
  let accepted: (string | undefined)[];
  let status = 200;
  beforeEach(async () => {
    asked = [];
    accepted = [];
    status = 200;
    owner = createServer(({ url = '', headers }, answer) => {
      asked.push(`${url} ${headers.authorization}`);
      accepted.push(headers.accept);
      answer.writeHead(status).end('{"n":1}');
    });
    await new Promise<void>((resolve) => owner.listen(0, '127.0.0.1', resolve));
    const referral = `http://127.0.0.1:${(owner.address() as AddressInfo).port}`;
    claims = new ClaimCheck('family-plan', { referral }, { forMunicipality: () => Promise.resolve('token') });
  });
  afterEach(() => new Promise((resolve) => (owner.closeAllConnections(), owner.close(resolve))));

  const find = (data: object) => claims.find(event(data), (body) => body);

  it('asks the owner for the version that the event names, with this service’s token', async () => {
    expect(await find({ referralId, version: 3 })).toEqual({ n: 1 });
    expect(await find({ referralId })).toEqual({ n: 1 });
    const path = `/referral/v1/intakes/${referralId}`;
    expect(asked).toEqual([`${path}?version=3 Bearer token`, `${path} Bearer token`]);
  });

  it.each([
    [404, 'claim check: referral answered 404'],
    [403, 'claim check: referral answered 403'],
    [500, 'The service that owns the information does not answer.'],
    [503, 'The service that owns the information does not answer.'],
    [429, 'The service that owns the information does not answer.'],
  ])('answered %i, it fails and the event is tried again', async (answer, message) => {
    status = answer;
    await expect(find({ referralId, version: 1 })).rejects.toThrow(message);
  });

  it('finds nothing of what is erased or withdrawn', async () => {
    status = 410;
    expect(await find({ referralId, version: 1 })).toBeUndefined();
  });

  it('asks for a version only where the event names one by its number', async () => {
    await find({ referralId, version: '3' });
    await find({ referralId, version: undefined });
    const path = `/referral/v1/intakes/${referralId}`;
    expect(asked).toEqual([`${path} Bearer token`, `${path} Bearer token`]);
  });

  it('asks for JSON', async () => {
    await find({ referralId });
    expect(accepted).toEqual(['application/json']);
  });

  it('fails for want of an address of the owner, and then asks nobody', async () => {
    const none = new ClaimCheck('family-plan', {}, { forMunicipality: () => Promise.resolve('token') });
    await expect(none.find(event({ referralId }), (body) => body)).rejects.toThrow(
      'claim check: no address of referral',
    );
  });

  it('is unavailable, in both languages, where the owner cannot be reached', async () => {
    const closed = { referral: 'http://127.0.0.1:1' };
    const claim = new ClaimCheck('family-plan', closed, { forMunicipality: () => Promise.resolve('token') });
    await expect(claim.find(event({ referralId }), (body) => body)).rejects.toMatchObject({
      kind: 'unavailable',
      problem: 'owner-unavailable',
      detail: { da: expect.stringMatching(/svarer ikke\.$/), en: expect.stringMatching(/does not answer\.$/) },
    });
  });

  it.each<[string, Context, object]>([
    ['another consumer', 'scheduling', {}],
    ['an event without a claim', 'family-plan', { type: 'dk.helhed.referral.withdrawn.v1' }],
    ['an event whose claim is another’s', 'family-plan', { type: 'dk.helhed.family-plan.persons-matched.v1' }],
    ['an event that another service says it sent', 'family-plan', { source: '/helhed/0450/scheduling' }],
  ])('is refused to %s: the contracts have none', async (_what, consumer, change) => {
    const claim = new ClaimCheck(
      consumer,
      { referral: 'http://127.0.0.1:1' },
      { forMunicipality: () => Promise.resolve('') },
    );
    const told = { ...event({ referralId }), ...change } as CloudEvent<object>;
    await expect(claim.find(told, (body) => body)).rejects.toThrow(
      `claim check: ${consumer} has no claim after ${told.type}`,
    );
  });

  it('follows each claim of the contracts to its own route', async () => {
    const address = `http://127.0.0.1:${(owner.address() as AddressInfo).port}`;
    for (const { event: type, owner: by, consumer, route } of contracted) {
      const claim = new ClaimCheck(consumer, { [by]: address }, { forMunicipality: () => Promise.resolve('token') });
      const told = { ...event({}), type, source: `/helhed/0450/${by}` } as CloudEvent<object>;
      await claim.find(told, (body) => body);
      expect(asked.at(-1)).toBe(`${route.replaceAll(/\{\w+\}/g, 'undefined')} Bearer token`);
    }
  });
});
