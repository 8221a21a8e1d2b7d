import { contexts } from '@helhed/contracts';
import type { Ask } from './operator-api.js';
import { gatherBases } from './take-back.js';

describe('what other services have heard of the bases', () => {
  it('is asked of each anew until it has heard all that the stream has', async () => {
    const left = new Map<string, number | null>([
      ['scheduling', null],
      ['referral', 1],
    ]);
    const ask = (<T>(method: string, path: string): Promise<T> => {
      if (method === 'POST') return Promise.resolve({ municipalities: [{ municipality: '0450', since: 7 }] } as T);
      const service = path.split('/')[1]!;
      const waiting = left.get(service) === undefined ? 0 : left.get(service);
      left.delete(service);
      const items = waiting === 0 ? [{ by: service }] : [];
      return Promise.resolve({ items, next: null, applied: 8, waiting } as T);
    }) as Ask;
    const [gathered] = await gatherBases(ask);
    const told = gathered!.pages.flatMap(({ items }) => items);
    expect(told).toEqual(contexts.filter((context) => context !== 'consent').map((by) => ({ by })));
  });
});
