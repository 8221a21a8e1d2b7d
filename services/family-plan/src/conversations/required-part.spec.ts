import { newId } from '@helhed/kernel';
import { findUntold } from './required-part.js';

const [maja, jonas] = [newId(), newId()];
const member = (personId: string) => ({ by: 'member' as const, personId });
const lacks = (name: string) => ({ by: 'function' as const, function: name });
const pedagogue = { by: 'unit' as const, unit: 'db-solsikken', function: 'contact-pedagogue' };
const reason = 'På arbejde.';
type Told = Parameters<typeof findUntold>[2];

const byRelation = { by: 'unit' as const, unit: 'db-stjernen', function: 'pedagogue' };
const contacts = [{ unit: 'db-stjernen', function: 'pedagogue' }];

const untold = (parents: 'every-parent' | 'one-parent' | 'none', functions: string[], told: Partial<Told>) => {
  const kind = { code: 'start', text: { da: 'Start', en: 'Start' }, required: { parents, functions } };
  const found = findUntold(kind, { parents: [maja, jonas], contacts }, { participants: [], missing: [], ...told });
  return found.map(({ field, rule }) => `${field} ${rule}`);
};
const required = 'missing required-participant';

describe('who must attend', () => {
  it.each<[string, Parameters<typeof untold>, string[]]>([
    ['every parent is there', ['every-parent', [], { participants: [member(maja), member(jonas)] }], []],
    [
      'one of two is there, of the other nothing is said',
      ['every-parent', [], { participants: [member(maja)] }],
      [required],
    ],
    [
      'one is there, the other missing with a reason',
      ['every-parent', [], { participants: [member(maja)], missing: [{ who: member(jonas), reason }] }],
      [],
    ],
    ['one parent is enough', ['one-parent', [], { participants: [member(jonas)] }], []],
    ['one parent would be enough, and none came', ['one-parent', [], {}], [required, required]],
    ['no parent needs to', ['none', [], {}], []],
    ['somebody with the function is there', ['none', ['contact-pedagogue'], { participants: [pedagogue] }], []],
    [
      'nobody with the function is',
      ['none', ['contact-pedagogue', 'psychologist'], { participants: [pedagogue] }],
      [required],
    ],
    [
      'the pedagogue whom a contact relation names is a contact pedagogue',
      ['none', ['contact-pedagogue', 'pedagogue'], { participants: [byRelation] }],
      [],
    ],
    [
      'a pedagogue of another unit is none',
      ['none', ['contact-pedagogue'], { participants: [{ ...byRelation, unit: 'db-solsikken' }] }],
      [required],
    ],
    [
      'somebody of the unit in another function is none',
      ['none', ['contact-pedagogue'], { participants: [{ ...byRelation, function: 'childminder' }] }],
      [required],
    ],
    [
      'nobody with the function is, and it is said why',
      ['none', ['psychologist'], { missing: [{ who: lacks('psychologist'), reason }] }],
      [],
    ],
  ])('%s', (_, asked, expected) => expect(untold(...asked)).toEqual(expected));

  it('is there once, or missing once, and not both', () => {
    const missing = [{ who: member(maja), reason }];
    expect(untold('none', [], { participants: [member(maja), pedagogue, member(maja)] })).toEqual([
      'participants.2 duplicate-code',
    ]);
    expect(untold('none', [], { missing: [...missing, ...missing] })).toEqual(['missing.1.who duplicate-code']);
    expect(untold('none', [], { participants: [member(maja)], missing })).toEqual(['missing.0.who took-part']);
    const nobody = [{ who: lacks('contact-pedagogue'), reason }];
    for (const came of [pedagogue, byRelation])
      expect(untold('none', [], { participants: [came], missing: nobody })).toEqual(['missing.0.who took-part']);
  });

  it('has as many of a unit or of a function as came: siblings in two day cares, both leaders of the group', () => {
    const leader = { by: 'unit' as const, unit: 'familiestuen', function: 'group-leader' };
    const participants = [pedagogue, { ...pedagogue, unit: 'db-stjernen' }, leader, leader];
    expect(untold('none', ['contact-pedagogue'], { participants })).toEqual([]);
  });

  it('names nobody in words', () => {
    const kind = {
      code: 'x',
      text: { da: 'X', en: 'X' },
      required: { parents: 'every-parent', functions: [] },
    } as const;
    const found = findUntold(
      { ...kind, required: { ...kind.required, functions: [] } },
      { parents: [maja], contacts },
      {
        participants: [],
        missing: [],
      },
    );
    expect(JSON.stringify(found)).not.toContain(maja);
  });
});
