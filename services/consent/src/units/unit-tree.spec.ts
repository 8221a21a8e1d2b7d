import { holdersOf, unitTree, type Group } from './unit-tree.js';

const group = (id: string, parentId?: string, attributes: Record<string, string[]> = {}): Group => ({
  id,
  parentId,
  attributes,
});
const plain = { retired: false, insideParent: false, outside: false, institution: false };

describe('the units of a realm', () => {
  it('are the groups with a code, each below the nearest unit above', () => {
    const { units } = unitTree([
      group('1', undefined, { unit: ['boern-og-unge'] }),
      group('2', '1'), // a group of the administrator's own
      group('3', '2', { unit: ['skole-nord'], insideParent: ['true'] }),
      group('4', undefined, { unit: ['region'], outside: ['true'] }),
      group('7', '1', { unit: ['db-solsikken'], institution: ['true'] }),
      group('5', '1', { unit: ['db-maanen'], retired: ['2026-10-01'], insideParent: ['no'] }),
      group('6', '1', { functions: ['boern-og-unge:triager'] }),
    ]);
    expect(units).toEqual([
      { ...plain, unit: 'boern-og-unge', parent: null },
      { ...plain, unit: 'skole-nord', parent: 'boern-og-unge', insideParent: true },
      { ...plain, unit: 'region', parent: null, outside: true },
      { ...plain, unit: 'db-maanen', parent: 'boern-og-unge', retired: true },
      { ...plain, unit: 'db-solsikken', parent: 'boern-og-unge', institution: true },
    ]);
  });

  it('leave out a code that is none, and the second group with one', () => {
    const { units, slips } = unitTree([
      group('1', undefined, { unit: ['Skole Nord'] }),
      group('3', '1', { unit: ['skole-nord'] }),
      group('2', undefined, { unit: ['skole-nord'], outside: ['true'] }),
    ]);
    expect(units).toEqual([{ ...plain, unit: 'skole-nord', parent: null, outside: true }]);
    expect(slips).toEqual(['Skole Nord', 'skole-nord']);
  });

  it('are held functions in by the members of groups that carry pairs, their own or from above', () => {
    const tree = unitTree([
      group('1', undefined, { unit: ['skole-nord'], functions: ['skole-nord:teacher'] }),
      group('2', '1', { functions: ['ppr:psychologist', 'nonsense'] }),
      group('3', undefined, {}),
    ]);
    const members = new Map([
      ['1', ['pia']],
      ['2', ['kim']],
      ['3', ['tove']],
    ]);
    expect(holdersOf(tree, members)).toEqual(
      new Map([
        ['skole-nord', new Set(['pia', 'kim'])],
        ['ppr', new Set(['kim'])],
      ]),
    );
  });
});
