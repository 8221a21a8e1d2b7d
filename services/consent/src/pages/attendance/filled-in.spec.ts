import { chosenBefore, familyField, faultsIn, field, filledIn, marksOf, type Form } from './filled-in.js';
import type { Sheet } from './find-sheet.js';
import { isDone, settled, type Outcome } from './save-sheet.js';
import { ageOn, sheetFamily, type OpenFamily } from './sheet.js';

const [mother, child] = [
  { id: 'm', role: 'parent' as const, number: 1, hidden: [] },
  { id: 'c', role: 'child' as const, number: 1, hidden: [] },
];
const open: OpenFamily = { id: 'f', persons: [mother, child] };
const noted: OpenFamily = {
  ...open,
  noted: { id: 'a', version: 2, marks: [{ person: 'm', present: true, reason: null }] },
};
const sheetOf = (...families: Sheet['families']) =>
  ({ session: { reasons: [{ code: 'illness' }] }, heads: null, families }) as unknown as Sheet;
const form = (marks: Form = {}, more: Form = {}): Form => ({
  [familyField('key', 'f')]: 'k',
  [familyField('version', 'f')]: '',
  ...marks,
  ...more,
});
const mark = (person: string, choice: string, reason = ''): Form => ({
  [field('mark', 'f', person)]: choice,
  [field('reason', 'f', person)]: reason,
});

describe('a form of attendance', () => {
  it('says who came, and who was away and why; of who came no reason is kept', () => {
    const [part] = filledIn(sheetOf(open), form({ ...mark('m', 'came', 'illness'), ...mark('c', 'away', 'illness') }));
    expect(part).toMatchObject({ version: null, key: 'k' });
    expect(marksOf(part!)).toEqual([
      { person: 'm', present: true, reason: null },
      { person: 'c', present: false, reason: 'illness' },
    ]);
    expect(faultsIn(sheetOf(open), [part!])).toEqual([]);
  });

  it('leaves out whom nothing was chosen of, whoever is nobody of the family, and a family that it has not', () => {
    const [part] = filledIn(sheetOf(open), form({ ...mark('c', 'none'), ...mark('x', 'came'), ...mark('m', 'else') }));
    expect(marksOf(part!)).toEqual([]);
    expect(filledIn(sheetOf({ id: 'g', persons: [] }, { id: 'f', hidden: ['own-record'] }), form())).toEqual([]);
  });

  it.each([
    ['no reason', ''],
    ['a reason of no definition', 'rain'],
  ])('of who was away with %s is not whole', (_, reason) => {
    const [part] = filledIn(sheetOf(open), form(mark('c', 'away', reason)));
    expect(faultsIn(sheetOf(open), [part!])).toEqual([{ field: 'reason.f.c', fault: 'reason', person: child }]);
  });

  it('that takes back every mark of a family is not whole; one of a family without marks is', () => {
    const before = form({}, { [familyField('version', 'f')]: '2' });
    const [part] = filledIn(sheetOf(noted), before);
    expect(part).toMatchObject({ version: 2 });
    expect(faultsIn(sheetOf(noted), [part!])).toEqual([{ field: 'family.f', fault: 'nobody' }]);
    expect(faultsIn(sheetOf(open), filledIn(sheetOf(open), form()))).toEqual([]);
  });

  it('begins with what was noted before', () => {
    expect(Object.fromEntries(chosenBefore(noted))).toEqual({
      m: { choice: 'came', reason: '' },
      c: { choice: 'none', reason: '' },
    });
  });
});

describe('what somebody else noted meanwhile', () => {
  const conflict = (present: boolean): ReadonlyMap<string, Outcome> =>
    new Map([['f', { is: 'conflict', wanted: [{ person: 'm', present, reason: null }] }]]);

  it('is no conflict where it is the same, and one where it is not, or cannot be said', () => {
    expect(isDone(settled(conflict(true), sheetOf(noted)))).toBe(true);
    for (const fresh of [sheetOf({ id: 'f', away: true }), sheetOf(open), undefined])
      expect(isDone(settled(conflict(true), fresh))).toBe(false);
    expect(settled(conflict(false), sheetOf(noted))).toEqual(conflict(false));
  });
});

describe('a family on the sheet', () => {
  const member = (personId: string, role: 'parent' | 'child', more = {}) => ({ personId, role, ...more });
  const who = {
    members: [member('m', 'parent', { name: 'Maja', birthDate: '1992-10-02' }), member('c', 'child')],
    withheld: [],
  };
  const nothing = { found: undefined };
  const session = { kind: 'session', date: '2026-10-01' } as const;

  it('is everybody at a session, and the parents at an evening', () => {
    expect(sheetFamily('f', session, who, nothing)).toMatchObject({
      persons: [{ id: 'm', name: 'Maja', age: 33 }, { id: 'c' }],
    });
    const evening = { ...session, kind: 'theme-evening' } as const;
    expect(sheetFamily('f', evening, who, nothing)).toMatchObject({ persons: [{ id: 'm' }] });
  });

  it('names why a name is withheld, of whom it is', () => {
    const withheld = [
      { category: 'identity', reason: 'no-basis', person: 'c' },
      { category: 'custody', reason: 'basis-ended', person: 'c' },
    ];
    expect(sheetFamily('f', session, { ...who, withheld }, nothing)).toMatchObject({
      persons: [{ hidden: [] }, { hidden: ['no-basis'] }],
    });
  });

  it('is closed where who is in it or what was noted is withheld or refused, or a service says nothing', () => {
    const withheld = [{ category: 'attendance', reason: 'no-basis' }];
    const refused = { refused: { da: 'Egen sag.', en: 'Own record.' } };
    const found = { id: 'a', version: 1, withheld };
    expect(sheetFamily('f', session, { withheld }, nothing)).toEqual({ id: 'f', hidden: ['no-basis'] });
    expect(sheetFamily('f', session, who, { found })).toEqual({ id: 'f', hidden: ['no-basis'] });
    expect(sheetFamily('f', session, refused, nothing)).toEqual({ id: 'f', ...refused });
    expect(sheetFamily('f', session, who, refused)).toEqual({ id: 'f', ...refused });
    expect(sheetFamily('f', session, undefined, nothing)).toEqual({ id: 'f', away: true });
    expect(sheetFamily('f', session, who, undefined)).toEqual({ id: 'f', away: true });
  });

  it.each([
    ['2026-10-01', '2020-10-01', 6],
    ['2026-10-01', '2020-10-02', 5],
    ['2026-02-28', '2020-02-29', 5],
  ])('counts whole years: on %s, born %s', (on, born, age) => expect(ageOn(on, born)).toBe(age));
});
