import { randomBytes } from 'node:crypto';
import { municipalityCode } from '@helhed/kernel';
import fc from 'fast-check';
import { PersonalData } from './personal-data.js';

const key = () => randomBytes(32).toString('base64');
const nyborg = municipalityCode('0450');
const esbjerg = municipalityCode('0561');
const k1 = key();
const index = key();
const first = new PersonalData({ current: 'k1', keys: { k1 }, index });

describe('encrypted personal data', () => {
  it('comes back as it was, and not in the clear', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
        const value = first.encrypt(nyborg, 'person.name:1', text);
        expect(first.decrypt(nyborg, 'person.name:1', value)).toBe(text);
        expect(value.includes(Buffer.from(text))).toBe(false);
        expect(first.encrypt(nyborg, 'person.name:1', text).equals(value)).toBe(false);
      }),
    );
  });

  it('does not open elsewhere, in another municipality, or altered at any byte', () => {
    const value = first.encrypt(nyborg, 'person.name:1', 'Ada');
    expect(() => first.decrypt(nyborg, 'person.name:2', value)).toThrow();
    expect(() => first.decrypt(esbjerg, 'person.name:1', value)).toThrow();
    for (let i = 0; i < value.length; i++) {
      const altered = Buffer.from(value);
      altered[i] = (altered[i] as number) ^ 1;
      expect(() => first.decrypt(nyborg, 'person.name:1', altered)).toThrow();
    }
  });

  it('still opens after the key was changed, and not when the key is gone', () => {
    const old = first.encrypt(nyborg, 'p:1', 'Ada');
    const k2 = key();
    expect(new PersonalData({ current: 'k2', keys: { k1, k2 }, index }).decrypt(nyborg, 'p:1', old)).toBe('Ada');
    expect(() => new PersonalData({ current: 'k2', keys: { k2 }, index }).decrypt(nyborg, 'p:1', old)).toThrow(
      'no data key',
    );
  });

  it('is found by an index that says nothing across municipalities, fields or keys', () => {
    const at = (data: PersonalData, municipality = nyborg, field = 'cpr', value = 'x') =>
      data.blindIndex(municipality, field, value).toString('hex');
    expect(at(first)).toBe(at(first));
    const others = [at(first, esbjerg), at(first, nyborg, 'name'), at(first, nyborg, 'cpr', 'y')];
    others.push(at(new PersonalData({ current: 'k1', keys: { k1 }, index: key() })));
    expect(new Set([at(first), ...others]).size).toBe(5);
  });

  it.each([
    ['a current key that is not there', { current: 'k9', keys: { k1 }, index }],
    ['a short key', { current: 'k1', keys: { k1: 'AAAA' }, index }],
    ['a short index key', { current: 'k1', keys: { k1 }, index: 'AAAA' }],
  ])('is refused at start with %s', (_, keys) => expect(() => new PersonalData(keys)).toThrow('DATA_KEYS'));
});
