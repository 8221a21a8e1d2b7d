import { municipalities } from './municipalities.js';
import { isMunicipalityCode, municipalityCode, municipalityName } from './municipality-code.js';

describe('a municipality code', () => {
  it('is four digits, of a municipality or of an invented one', () => {
    expect(['0450', '9999', '450', '04500', 'O450'].map(isMunicipalityCode)).toEqual([true, true, false, false, false]);
    expect(() => municipalityCode('450')).toThrow(expect.objectContaining({ problem: 'municipality-invalid' }));
  });

  it('has a name where there is such a municipality', () => {
    expect(municipalityName('0450')).toBe('Nyborg');
    expect(municipalityName('0561')).toBe('Esbjerg');
    for (const code of ['0999', '0411', 'constructor']) expect(municipalityName(code)).toBeUndefined();
  });

  it('stands once for each of the 98', () => {
    expect(Object.keys(municipalities)).toHaveLength(98);
    expect(new Set(Object.values(municipalities)).size).toBe(98);
    expect(Object.keys(municipalities).every(isMunicipalityCode)).toBe(true);
  });
});
