import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { planted } from '../planted.ts';
import { findCpr } from './find-cpr.ts';

// Made here, so that this file holds none: 15 March 1988, 29 February 2000, and their like in the fake series.
const born = (day: number): string => `${String(day).padStart(2, '0')}0388`;
const real = born(15) + '1234';
const leapDay = ['29', '02', '00', '4321'].join('');

const scan = (files: Record<string, string>): { status: number | null; stdout: string } =>
  planted(files, (cwd) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], { cwd, encoding: 'utf8' }),
  );

describe('a planted CPR number fails the check', () => {
  it.each([
    ['in code', 'a.ts', `const cpr = '${real}';`],
    ['with its hyphen', 'a.md', `Her number is ${born(15)}-1234.`],
    ['with a space', 'a.yaml', `cpr: ${born(15)} 1234`],
    ['in JSON without quotes', 'a.json', `{"cpr":${real}}`],
    ['born on a leap day', 'a.csv', `1;${leapDay};x`],
    ['in a file without an ending', 'deploy/seed', real],
  ])('%s', (_, path, text) => {
    const { status, stdout } = scan({ 'README.md': 'x', [path]: `\n${text}\n` });
    expect(status).toBe(1);
    expect(stdout).toContain(`${path}:2  looks like a real CPR number`);
    expect(stdout).not.toContain('1234');
  });
});

it('a clean repository passes', () => {
  expect(scan({ 'a.ts': `const fake = '${born(75)}1234';` })).toMatchObject({
    status: 0,
    stdout: 'no CPR numbers: ok\n',
  });
});

describe('no CPR number is', () => {
  it.each([
    ['one of the fake series', `${born(75)}-1234`],
    ['a day that never was', ['310288', '1234'].join('')],
    ['a month that never was', ['011388', '1234'].join('')],
    ['part of a longer number', `1${real}`],
    ['part of a UUID', `0190a5b1-7c3d-7e2f-8a1b-aa${real}`],
    ['part of a checksum', `sha512-${real}abc=`],
    ['seconds since 1970', '1795300000'],
  ])('%s', (_, text) => expect(findCpr(text)).toEqual([]));
});
