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
});
