import { keepFresh } from './tokens.js';

const tokenUntil = (exp: number, name: string): string =>
  `x.${Buffer.from(JSON.stringify({ exp, name })).toString('base64url')}.x`;

describe('a token that is kept fresh', () => {
  const soon = () => Math.floor(Date.now() / 1000);

  it('is fetched once by all who need it at once, and kept while it lasts', async () => {
    let fetched = 0;
    const token = keepFresh(async () => tokenUntil(soon() + 300, `${fetched++}`));
    const many = await Promise.all([token(), token(), token()]);
    expect(new Set([...many, await token()]).size).toBe(1);
    expect(fetched).toBe(1);
  });

  it('is fetched anew before it expires, and after a failure', async () => {
    let fetched = 0;
    const token = keepFresh(async () => {
      if (fetched++ === 1) throw new Error('down');
      return tokenUntil(soon() + 10, 'short');
    });
    await token();
    await expect(token()).rejects.toThrow('down');
    await token();
    expect(fetched).toBe(3);
  });
});
