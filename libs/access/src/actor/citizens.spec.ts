import { municipalityCode } from '@helhed/kernel';
import type { Actor } from './actor.js';
import { Citizens } from './citizens.js';

const municipality = municipalityCode('0450');
const somebody: Actor = {
  kind: 'person',
  municipality,
  issuer: 'kommune-0450',
  sub: 'maja-account',
  azp: 'helhed-pages',
  functions: [],
};
const citizens = new Citizens(async (code, sub) => (code === '0450' && sub === 'maja-account' ? 'maja' : undefined));

describe('a citizen', () => {
  it('is somebody without functions whose account is linked to a person', async () =>
    expect(await citizens.find(somebody)).toEqual({ ...somebody, kind: 'citizen', person: 'maja' }));

  it.each<[string, Actor]>([
    ['somebody without a link', { ...somebody, sub: 'jonas-account' }],
    ['somebody of another municipality', { ...somebody, municipality: municipalityCode('0561') }],
    ['an employee, were it of a unit that is retired', { ...somebody, employee: true }],
    ['a system', { ...somebody, kind: 'system' }],
    ['a service', { ...somebody, kind: 'service' }],
  ])('is not %s', async (_, actor) => expect(await citizens.find(actor)).toBe(actor));

  it('is nobody in a service that knows no links', async () =>
    expect((await new Citizens().find(somebody)).kind).toBe('person'));
});
