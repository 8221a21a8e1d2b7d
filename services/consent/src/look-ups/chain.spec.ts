import { commitTo, firstLink, linkOf, type Content } from './chain.js';

const row: Content = {
  id: '0198a1b2-0000-7000-8000-000000000001',
  at: '2026-10-05T08:00:00.000Z',
  kind: 'look',
  act: 'family.read',
  subjects: ['0198a1b2-0000-7000-8000-000000000002'],
  actor: 'person',
  sub: 'somebody',
  azp: 'helhed-pages',
  unit: 'visitation',
  function: 'triager',
  purposes: ['triage'],
  categories: ['identity'],
  bases: [],
  refused: false,
  flags: [],
};
const salt = Buffer.alloc(16, 1);
const part = { subjects: row.subjects, purposes: ['triage'], categories: ['identity'], bases: [] };
const hex = (bytes: Buffer) => bytes.toString('hex');

// A register that was written by an earlier version is verified by this one: what is hashed, and how, stays as it was.
describe('what stands in registers already', () => {
  it('a chain begins with its municipality', () =>
    expect(hex(firstLink('0450'))).toBe('b38249ae090bc7a3f2fb8e3c4b0c1129fe41a56f9b973a446d1cbf061772d628'));

  it('a row is committed to as it was before looks told apart whom they showed what, and as since', () => {
    expect(hex(commitTo(salt, row))).toBe('79f953c39ac4b68d97d100bf74526de6edf495da114f2972f07195dd1f65c958');
    expect(hex(commitTo(salt, { ...row, shown: [part] }))).toBe(
      '6d83993a5c43e3610be27f37ed7fa38e3cd30c5daf0ab1c54e6da2ed0f35e5b3',
    );
  });

  it('a link is over the one before, the place and the commitment', () => {
    const place = { pos: 1, source: 'referral', incarnation: row.id, seq: 1, drawn: false };
    expect(hex(linkOf(firstLink('0450'), place, salt))).toBe(
      '6f007e27aa2c418f6ef974c554fe019ebb82eefba95308e7242fb64da0ced327',
    );
  });
});

it.each<[string, object]>([
  ['subjects', { subjects: [] }],
  ['purposes', { purposes: ['calendar'] }],
  ['categories', { categories: [] }],
  ['bases', { bases: ['basis'] }],
])('a commitment tells other %s of one part of a look', (_, other) => {
  const one = commitTo(salt, { ...row, shown: [part, part] });
  expect(commitTo(salt, { ...row, shown: [part, { ...part, ...other }] })).not.toEqual(one);
  expect(commitTo(salt, { ...row, shown: [part] })).not.toEqual(one);
});
