import { createSecretKey, randomBytes } from 'node:crypto';
import { ETags } from './etags.js';

const key = createSecretKey(randomBytes(32));
const etags = new ETags(key);
const pia = { issuer: 'https://keycloak.example/realms/0450', sub: 'pia', unit: 'db-solsikken', function: 'pedagogue' };
const shown = { id: 'a', version: 3, outcome: 'accepted' };
const of = (body: object = shown, actor = pia, epoch = 7) => etags.of(3, body, actor, epoch);

describe('the ETag of a view', () => {
  it('begins with the version, for If-Match', () => expect(of()).toMatch(/^"3-[\w-]{22}"$/));

  it('is the same while the same is shown to the same actor, by every instance', () =>
    expect(new ETags(key).of(3, { ...shown }, { ...pia }, 7)).toBe(of()));

  it.each([
    ['something shown is otherwise, at the same version', of({ ...shown, outcome: 'declined' })],
    ['a section is withheld', of({ id: 'a', version: 3, withheld: [{ category: 'referral-outcome' }] })],
    ['the version is another', etags.of(4, shown, pia, 7)],
    ['somebody else looks', of(shown, { ...pia, sub: 'rie' })],
    ['it is looked at in another function', of(shown, { ...pia, function: 'group-leader' })],
    ['it is looked at in another unit', of(shown, { ...pia, unit: 'db-regnbuen' })],
    ['access was taken away meanwhile', of(shown, pia, 8)],
    ['the key is another', new ETags(createSecretKey(randomBytes(32))).of(3, shown, pia, 7)],
  ])('is another where %s', (_, other) => expect(other).not.toBe(of()));
});
