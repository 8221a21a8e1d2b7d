import { randomBytes } from 'node:crypto';
import { PersonalData } from '@helhed/database';
import { municipalityCode } from '@helhed/kernel';
import { fakeCpr } from '@helhed/testing';
import { Person, seal } from './person.js';

const key = () => randomBytes(32).toString('base64');
const data = new PersonalData({ current: 'k1', keys: { k1: key() }, index: key() });
const [nyborg, esbjerg] = [municipalityCode('0450'), municipalityCode('0561')];
const person = (columns: object) => Object.assign(new Person(), columns);

describe('a person', () => {
  const digits = fakeCpr({ birthDate: '2021-05-17' });
  const sealed = seal(data, nyborg, 'p1', { name: 'Alma Holm', cpr: digits });

  it('is closed in every column but the id', () => {
    for (const value of [sealed.name, sealed.birthDate, sealed.cpr, sealed.cprIndex]) {
      expect(value?.toString('latin1')).not.toMatch(/Alma|2021/);
      expect(value?.toString('latin1')).not.toContain(digits);
    }
  });

  it('is opened without opening the CPR number', () =>
    expect(person({ municipality: nyborg, ...sealed, cpr: null }).open(data)).toEqual({
      name: 'Alma Holm',
      birthDate: '2021-05-17',
    }));

  it('is found by the same index in its municipality and by another elsewhere', () => {
    const again = seal(data, nyborg, 'p2', { name: 'A. Holm', cpr: digits });
    const elsewhere = seal(data, esbjerg, 'p1', { name: 'Alma Holm', cpr: digits });
    expect(again.cprIndex).toEqual(sealed.cprIndex);
    expect(elsewhere.cprIndex).not.toEqual(sealed.cprIndex);
  });

  it('does not open in another’s row or another municipality', () => {
    expect(() => person({ municipality: nyborg, ...sealed, id: 'p2' }).open(data)).toThrow(/auth/);
    expect(() => person({ municipality: esbjerg, ...sealed }).open(data)).toThrow(/auth/);
  });

  it('without a CPR number has the birth date that was told, or none', () => {
    const child = seal(data, nyborg, 'p3', { name: 'Ny Holm', birthDate: '2026-08-30' });
    expect(person({ municipality: nyborg, ...child }).open(data).birthDate).toBe('2026-08-30');
    expect(child).toMatchObject({ cpr: null, cprIndex: null });
    expect(seal(data, nyborg, 'p4', { name: 'Moster' }).birthDate).toBeNull();
  });
});
