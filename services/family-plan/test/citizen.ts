import { newId } from '@helhed/kernel';
import { fakeCpr, type TestActor, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { receivedIn } from './platform-rows.js';

/** Posts to family-plan as somebody. */
export async function post(platform: TestPlatform, as: TestActor, path: string, body: object = {}, version = 1) {
  const response = await fetch(`${platform.url}/family-plan/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await as.token()}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
      'if-match': `"${version}"`,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A citizen of a family of one, linked by a code that a triager handed over. */
export async function linkedCitizen(platform: TestPlatform, municipality: TestMunicipality): Promise<TestActor> {
  const { personOf } = await receivedIn(platform, municipality, [
    { name: 'Maja', role: 'parent', cpr: fakeCpr({ birthDate: '1991-04-12' }) },
  ]);
  const triager = await municipality.person('visitation:triager');
  const issued = await post(platform, triager, `persons/${personOf('Maja')}/link-codes`);
  const citizen = await municipality.citizen('Maja');
  const redeemed = await post(platform, citizen, 'links:redeem', { code: issued.body['code'] });
  if (redeemed.status !== 200) throw new Error(`the code was not redeemed: ${issued.status}, ${redeemed.status}`);
  return citizen;
}
