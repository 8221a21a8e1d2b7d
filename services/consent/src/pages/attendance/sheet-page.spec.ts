import type { Actor } from '@helhed/access';
import type { PageView } from '@helhed/web';
import { reasons } from '../reasons/reasons.js';
import type { Sheet } from './find-sheet.js';
import type { OwnSession } from './find-sessions.js';
import type { Outcome } from './save-sheet.js';
import { sheetPage } from './sheet-page.js';
import type { OpenFamily, SheetFamily } from './sheet.js';

const session: OwnSession = {
  id: 's',
  group: 'g',
  groupName: 'Efterår, torsdag',
  kind: 'session',
  number: 3,
  date: '2026-10-15',
  startTime: '16:00',
  startsAt: '2026-10-15T14:00:00Z',
  heldOn: null,
  reasons: [{ code: 'illness', text: { da: 'Sygdom', en: 'Illness' } }],
  notableUntil: '2026-10-29',
};
const family = (id: string, name: string): OpenFamily => ({
  id,
  persons: [{ id: `${id}.m`, role: 'parent', number: 1, name, hidden: [] }],
});
const [maja, karen] = [family('family-one', 'Maja'), family('family-two', 'Karen')];
/** As A-SCH-11 has a seat that is withheld: a place, and of nobody. */
const place: SheetFamily = { id: 'place-two', hidden: ['no-basis'] };
const actor = { unit: 'familiestuen', function: 'group-leader' } as Actor;
const seatWithheld = reasons['seat-withheld']!.title;
const refused: Outcome = { is: 'refused', text: seatWithheld };

const shown = (language: 'da' | 'en', families: readonly SheetFamily[], outcomes?: ReadonlyMap<string, Outcome>) => {
  const view: PageView = { language, address: '/consent/attendance/s', account: 'Grete', csrf: 'c', accessToken: 't' };
  const sheet: Sheet = { session, heads: null, families };
  const page = sheetPage(view, actor, session, {
    sheet,
    now: new Date('2026-10-15T15:00:00Z'),
    ...(outcomes && { outcomes }),
  });
  return page.slice(page.indexOf('<main')).replace(/\s+/g, ' ');
};

describe('a family whose seat is withheld, on the page of attendance', () => {
  it('is there without who is in it, with the reason, and nothing can be noted of it', () => {
    const page = shown('da', [maja, place]);
    expect(page).toMatch(/<h2>Familie 2<\/h2> *<p>En familie er holdt tilbage for dig: [^<]{10,}<\/p>/);
    expect(page).not.toMatch(/place-two|no-basis/);
    expect(page).toContain('mark.family-one.family-one.m');
    expect(shown('da', [place])).not.toContain('type="submit"');
  });

  it.each([
    ['da', 'Ikke gemt:'],
    ['en', 'Not saved:'],
  ] as const)('since the sheet was opened (%s): what was not saved is said, and of no family', (language, notSaved) => {
    const page = shown(
      language,
      [maja, place],
      new Map<string, Outcome>([
        ['family-one', { is: 'saved' }],
        ['family-two', refused],
      ]),
    );
    expect(page).toContain(`<p>${notSaved} ${seatWithheld[language]}</p>`);
    expect(page).not.toMatch(/Karen|family-two/);
    expect(page.indexOf(seatWithheld[language])).toBeLessThan(page.indexOf('Maja'));
  });

  it('while its seat is still shown: at the family', () => {
    const page = shown('da', [maja, karen], new Map([['family-two', refused]]));
    expect(page.split(seatWithheld.da)).toHaveLength(2);
    expect(page.indexOf(seatWithheld.da)).toBeGreaterThan(page.indexOf('Karen'));
  });

  it.each<[string, Outcome, string]>([
    ['was refused', refused, `Ikke gemt: ${seatWithheld.da}`],
    [
      'somebody else noted',
      { is: 'conflict', wanted: [{ person: 'family-two.m', present: true, reason: null }] },
      'Ikke gemt: en anden',
    ],
    ['got no answer', { is: 'away' }, 'Ikke gemt: det kan ikke gemmes lige nu'],
  ])('of which what %s is told at it, where only who is in it is withheld', (_, outcome, text) => {
    const page = shown('da', [maja, { id: 'family-two', hidden: ['no-basis'] }], new Map([['family-two', outcome]]));
    expect(page).toContain(text);
    expect(page.indexOf(text)).toBeGreaterThan(page.indexOf('Familie 2'));
    expect(page).not.toContain('family-two.m');
  });
});
