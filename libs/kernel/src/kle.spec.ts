import { isKleFacet, isKleNumber, parseKle } from './kle.js';

describe('a KLE subject', () => {
  it.each(['27.24.00 G01', '27.24.00G01', ' 27.24.00-G01 '])('is read from %p', (text) =>
    expect(parseKle(text)).toEqual({ number: '27.24.00', facet: 'G01' }),
  );

  it.each(['', '27.24.00', 'G01', '27.24 G01', '27.24.0 G01', '27.24.00 g01', '27.24.00 G1', '27.24.00 G01 x'])(
    'is not read from %p',
    (text) => expect(() => parseKle(text)).toThrow(expect.objectContaining({ problem: 'kle-invalid' })),
  );

  it('has a number and a facet, each of its form', () => {
    expect(['00.00.00', '27.24.00', '27.24', '272400', '27.24.00\n'].map(isKleNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['G01', 'Ø99', 'g01', 'G1', 'GG1'].map(isKleFacet)).toEqual([true, true, false, false, false]);
  });
});
