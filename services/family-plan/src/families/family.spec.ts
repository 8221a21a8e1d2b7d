import { Family } from './family.js';

const family = (columns: Partial<Family> = {}): Family =>
  Object.assign(new Family(), { id: 'f', state: 'prospective', eraseOn: null, version: 1, ...columns });

describe('a family', () => {
  it('that is prospective goes on the day after its referral came to nothing, not before', () => {
    const prospective = family();
    prospective.eraseAfter('2027-02-28');
    expect(prospective).toMatchObject({ eraseOn: '2027-02-28', version: 2 });
    expect(prospective.erase('2027-02-27')).toBe(false);
    expect(prospective.erase('2027-02-28')).toBe(true);
    expect(prospective).toMatchObject({ state: 'erased', eraseOn: null, version: 3 });
  });

  it('that is not marked is never due', () => expect(family().erase('2100-01-01')).toBe(false));

  it('that gets a place after all is kept', () => {
    const marked = family({ eraseOn: '2027-02-28' });
    expect(marked.enrol()).toBe(true);
    expect(marked).toMatchObject({ state: 'enrolled', eraseOn: null });
    expect(marked.erase('2100-01-01')).toBe(false);
  });

  it('that is enrolled is kept by other rules than a referral that came to nothing', () => {
    const enrolled = family({ state: 'enrolled' });
    enrolled.eraseAfter('2027-02-28');
    expect(enrolled).toMatchObject({ eraseOn: null, version: 1 });
  });

  it('that has a second place is enrolled already', () => {
    const enrolled = family({ state: 'enrolled', version: 4 });
    expect(enrolled.enrol()).toBe(true);
    expect(enrolled.version).toBe(4);
  });

  it('that is erased cannot be enrolled', () => expect(family({ state: 'erased' }).enrol()).toBe(false));
});
