import { jest } from '@jest/globals';
import { municipalityCode } from '@helhed/kernel';
import type { Actor } from './actor.js';
import { parseFunctions } from './functions.js';
import { RetiredUnits } from './retired-units.js';

const nyborg = municipalityCode('0450');
const holding = (...pairs: string[]): Actor => ({
  kind: 'person',
  municipality: nyborg,
  issuer: 'issuer',
  sub: 'pia',
  azp: 'helhed-pages',
  functions: parseFunctions(pairs),
  employee: true,
});

describe('pairs of retired units', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('are as if they were not there, and the one that is left is acted in', async () => {
    const retired = new RetiredUnits(async () => ['db-solsikken']);
    const both = holding('db-solsikken:pedagogue', 'skole-nord:teacher');
    expect(await retired.leave(both)).toMatchObject({ unit: 'skole-nord', function: 'teacher', employee: true });
    const one = { ...holding('db-solsikken:pedagogue'), unit: 'db-solsikken', function: 'pedagogue' };
    const left = await retired.leave(one);
    expect([left.functions, left.unit, left.function, left.employee]).toEqual([[], undefined, undefined, true]);
  });

  it('are asked for once a second, and again at once where nobody could say', async () => {
    let now = 5_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const answers: (() => Promise<string[]>)[] = [
      () => Promise.reject(new Error('no database')),
      () => Promise.resolve([]),
      () => Promise.resolve(['db-solsikken']),
    ];
    const retired = new RetiredUnits(() => answers.shift()!());
    const pia = holding('db-solsikken:pedagogue');
    await expect(retired.leave(pia)).rejects.toThrow('no database');
    expect(await retired.leave(pia)).toBe(pia);
    now += 999;
    expect(await retired.leave(pia)).toBe(pia);
    now += 1;
    expect((await retired.leave(pia)).functions).toEqual([]);
  });

  it('are nobody’s concern where no pair is held, or where nobody keeps them', async () => {
    let asked = 0;
    const retired = new RetiredUnits(async () => (asked++, []));
    expect(await retired.leave(holding())).toMatchObject({ functions: [] });
    expect(asked).toBe(0);
    const pia = holding('db-solsikken:pedagogue');
    expect(await new RetiredUnits().leave(pia)).toBe(pia);
    expect(await new RetiredUnits().leave(holding())).toMatchObject({ functions: [] });
    expect(await retired.leave(pia)).toBe(pia);
    expect(asked).toBe(1);
  });

  it('as told a moment ago are kept, though an older question fails after that', async () => {
    let now = 5_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const older = Promise.withResolvers<string[]>();
    const answers = [older.promise, Promise.resolve(['db-solsikken']), Promise.resolve([])];
    const retired = new RetiredUnits(() => answers.shift()!);
    const pia = holding('db-solsikken:pedagogue');
    const failing = retired.leave(pia);
    now += 1_000;
    expect((await retired.leave(pia)).functions).toEqual([]);
    older.reject(new Error('no database'));
    await expect(failing).rejects.toThrow('no database');
    expect((await retired.leave(pia)).functions).toEqual([]);
  });
});
