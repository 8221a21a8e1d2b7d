import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReferralReceived, type CloudEvent } from '@helhed/contracts';
import { ClaimCheck } from './claim-check.js';

const referralId = '0198a1b2-0000-7000-8000-000000000001';
const event = (data: object) =>
  ({ type: ReferralReceived.type, source: '/helhed/0450/referral', municipality: '0450', data }) as CloudEvent<object>;

describe('the claim check', () => {
  let owner: Server;
  let claims: ClaimCheck;
  let asked: string[];
  let status = 200;
  beforeEach(async () => {
    asked = [];
    status = 200;
    owner = createServer(({ url = '', headers }, answer) => {
      asked.push(`${url} ${headers.authorization}`);
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
});
