import { createHash, createHmac, randomBytes } from 'node:crypto';
import { connectAdmin } from '@helhed/local';
import { testServers, type TestMunicipality, type TestPlatform } from '@helhed/testing';
import { asOwner } from '../look-log/register.js';
import { sessionCookie, signIn } from '../story/page-session.js';

const base64url = (bytes: Buffer): string => bytes.toString('base64url');
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Cookies that open nothing: made up, made from one that does, and such as have been good once. */
export async function forgedSessions(
  platform: TestPlatform,
  municipality: TestMunicipality,
  other: TestMunicipality,
): Promise<{ readonly good: string; readonly forged: Readonly<Record<string, string>> }> {
  const { code, realm } = municipality;
  const officer = await municipality.person('raadhuset:data-protection-officer');
  const triager = await municipality.person('visitation:triager');
  const session = () => signIn(platform, municipality, officer);
  const [good, left, old, out] = [await session(), await session(), await session(), await session()];
  const closed = await signIn(platform, municipality, triager);
  const change = (value: string, set: string) =>
    asOwner(platform.databases.consent.owner, code, `UPDATE helhed.page_session SET ${set} WHERE id = $1`, [
      hashOf(value.split('.')[1] ?? ''),
    ]);

  const cookie = (value: string) => `${sessionCookie}=${value}`;
  const csrf = base64url(
    createHmac('sha256', out.split('.')[1] ?? '')
      .update('form')
      .digest(),
  );
  const ended = await fetch(`${platform.url}/consent/sign-out`, {
    method: 'POST',
    headers: { cookie: cookie(out), 'content-type': 'application/x-www-form-urlencoded' },
    body: `csrf=${csrf}`,
    redirect: 'manual',
  });
  if (ended.status !== 303) throw new Error(`signing out: ${ended.status}`);
  await change(left, `used_at = clock_timestamp() - interval '31 minutes'`);
  await change(old, `began_at = clock_timestamp() - interval '9 hours'`);
  const { url, admin: credentials } = await testServers().keycloak();
  const admin = await connectAdmin({ url, ...credentials });
  await admin.users.update({ realm, id: triager.sub }, { enabled: false });
  await change(closed, `token_expires_at = clock_timestamp() - interval '1 minute'`);

  const [, secret = ''] = good.split('.');
  const changed = (secret.startsWith('A') ? 'B' : 'A') + secret.slice(1);
  return {
    good: cookie(good),
    forged: {
      'of nobody': cookie(`${code}.${base64url(randomBytes(32))}`),
      'with a letter changed': cookie(`${code}.${changed}`),
      'with a letter more': cookie(`${good}A`),
      'of another municipality under the same secret': cookie(`${other.code}.${secret}`),
      'of no municipality': cookie(`0000.${secret}`),
      'with the id that the table has': cookie(`${code}.${base64url(hashOf(secret))}`),
      'with the token that its forms carry': cookie(
        `${code}.${base64url(createHmac('sha256', secret).update('form').digest())}`,
      ),
      'under a name that another host may set': `helhed=${good}`,
      'with an access token': cookie(await officer.token()),
      'with SQL': cookie(`${code}.' OR true --`),
      'with nothing': cookie(''),
      'that was signed out': cookie(out),
      'that was left alone': cookie(left),
      'that has lasted a day': cookie(old),
      'whose account was closed, once its token is old': cookie(closed),
    },
  };
}
