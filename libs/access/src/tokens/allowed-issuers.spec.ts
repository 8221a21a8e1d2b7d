import { jest } from '@jest/globals';
import { municipalityCode } from '@helhed/kernel';
import { AllowedIssuers } from './allowed-issuers.js';

describe('the allow-list of issuers', () => {
  const nyborg = { code: municipalityCode('0450'), issuer: 'https://helhed.example/realms/kommune-0450' };
  const esbjerg = { code: municipalityCode('0561'), issuer: 'https://helhed.example/realms/kommune-0561' };

  it('knows a municipality that was registered a moment ago through another instance', async () => {
    const list = [nyborg];
    const issuers = new AllowedIssuers(async () => list);
    expect(await issuers.find(nyborg.issuer)).toEqual({ issuer: nyborg.issuer, municipality: '0450' });
    list.push(esbjerg);
    expect(await issuers.find(esbjerg.issuer)).toMatchObject({ municipality: '0561' });
    expect(await issuers.ofMunicipality(esbjerg.code)).toMatchObject({ issuer: esbjerg.issuer });
  });

  it('reads the table a bounded number of times, however many unknown issuers are tried', async () => {
    let reads = 0;
    const issuers = new AllowedIssuers(async () => (reads++, [nyborg]));
    await Promise.all(Array.from({ length: 100 }, (_, n) => issuers.find(`https://forged.example/${n}`)));
    expect(reads).toBe(1);
  });

  it('goes on with what it knows when the database is down, and says unavailable, not unknown, of the rest', async () => {
    let down = false;
    const issuers = new AllowedIssuers(async () => {
      if (down) throw new Error('down');
      return [nyborg];
    });
    await issuers.find(nyborg.issuer);
    down = true;
    await expect(issuers.find(esbjerg.issuer)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await issuers.find(nyborg.issuer)).toMatchObject({ municipality: '0450' });
    const cold = new AllowedIssuers(() => Promise.reject(new Error('down')));
    await expect(cold.find(nyborg.issuer)).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('names the municipalities that somebody can sign in to, without the operators’ realm', async () => {
    const operators = 'https://helhed.example/realms/operators';
    const list = [nyborg];
    const issuers = new AllowedIssuers(async () => list, operators);
    expect(await issuers.municipalities()).toEqual(['0450']);
    list.push(esbjerg);
    expect(await issuers.municipalities()).toEqual(['0450', '0561']);
    expect(await issuers.find(operators)).toEqual({ issuer: operators });
    expect(await new AllowedIssuers(async () => list).find(operators)).toBeUndefined();
    expect(await issuers.ofMunicipality(municipalityCode('0999'))).toBeUndefined();
    expect(await issuers.ofMunicipality(esbjerg.code)).toEqual({ issuer: esbjerg.issuer, municipality: '0561' });
  });

  it('says in both languages that the list cannot be read', async () => {
    const cold = new AllowedIssuers(() => Promise.reject(new Error('down')));
    await expect(cold.municipalities()).rejects.toMatchObject({
      problem: 'database-unavailable',
      detail: { da: expect.stringMatching(/kan ikke læses/), en: expect.stringMatching(/cannot be read/) },
    });
  });

  describe('as it was last read', () => {
    /** The clock, which stands but for what a test says. */
    let ahead = 0;
    let reads = 0;
    const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
    beforeEach(() => {
      [ahead, reads] = [0, 0];
      jest.spyOn(performance, 'now').mockImplementation(() => ahead);
    });
    afterEach(() => void jest.restoreAllMocks());

    it('knows nobody before it was read, and reads nothing to say so', async () => {
      const issuers = new AllowedIssuers(async () => (reads++, [nyborg]));
      expect(issuers.known(nyborg.issuer)).toBeUndefined();
      await settled();
      expect(reads).toBe(0);
    });

    it('is read again behind who asks after half a minute: one who was taken off is then refused', async () => {
      let list = [nyborg, esbjerg];
      const issuers = new AllowedIssuers(async () => (reads++, list));
      await issuers.find(nyborg.issuer);
      list = [esbjerg];
      ahead = 29_000;
      expect(issuers.known(nyborg.issuer)).toBeDefined();
      await settled();
      expect([reads, issuers.known(nyborg.issuer) === undefined]).toEqual([1, false]);
      ahead = 31_000;
      expect(issuers.known(nyborg.issuer)).toBeDefined();
      await settled();
      expect([reads, issuers.known(nyborg.issuer)]).toEqual([2, undefined]);
    });
  });
});
