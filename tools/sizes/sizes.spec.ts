import { planted } from '../planted.ts';
import { sizes, tooLong } from './measure.ts';

const lines = (count: number): string => 'x\n'.repeat(count);

it('short files pass', () =>
  expect(
    tooLong([
      ['a', 10],
      ['b', 60],
      ['c', 250],
    ]),
  ).toEqual([]));

it('a file over the mark fails', () => {
  expect(
    tooLong([
      ['a', 10],
      ['b', 10],
      ['c', 251],
    ]),
  ).toEqual([{ where: 'c', message: '251 lines, the mark is 250: split it.' }]);
});

it('many middling files fail', () => {
  expect(
    tooLong([
      ['a', 10],
      ['b', 61],
      ['c', 62],
    ]),
  ).toEqual([{ where: 'median', message: '61 lines, the mark is 60.' }]);
});

it('specs, migrations, generated files and what is not TypeScript are not counted', () => {
  const files = {
    'libs/web/src/a.ts': lines(12),
    'libs/web/src/a.spec.ts': lines(400),
    'services/consent/test/b.ts': lines(400),
    'services/consent/src/migrations/0001.ts': lines(400),
    'libs/client/src/generated/referral.ts': lines(400),
    'libs/web/README.md': lines(400),
  };
  expect(planted(files, sizes)).toEqual([['libs/web/src/a.ts', 12]]);
});
