import { newId } from '@helhed/kernel';
import { htmlOfPaper, pdfOfPaper } from '@helhed/web';
import { blocksOf } from './plan-blocks.js';
import { isFor, type Goal, type PrintedPlan } from './printed-plan.js';

const [maja, jonas, alma, bo] = [newId(), newId(), newId(), newId()];
const members = [
  { personId: maja, role: 'parent' as const, name: 'Maja <b>' },
  { personId: jonas, role: 'parent' as const, name: 'Jonas Łukasz' },
  { personId: alma, role: 'child' as const, name: 'Alma' },
  { personId: bo, role: 'child' as const },
];
const goal: Goal = {
  id: newId(),
  familyId: newId(),
  programme: 'nyborg-familiestue',
  state: 'agreed',
  memberId: alma,
  workPointId: null,
  words: [{ personId: maja, said: 'Alma skal turde sige stop.', saidOn: '2026-09-28' }],
  options: [{ id: newId(), text: 'Vi kan øve os.', namedOn: '2026-09-28' }],
  actions: [
    {
      id: newId(),
      text: 'Siger stop højt.',
      doer: { by: 'unit', unit: 'db-solsikken', function: 'contact-pedagogue' },
      dueOn: '2026-11-02',
      state: 'planned',
      movedOn: '2026-09-28',
    },
    {
      id: newId(),
      text: 'Læser en bog.',
      doer: { by: 'member', personId: bo },
      dueOn: '2026-10-12',
      state: 'done',
      movedOn: '2026-10-12',
    },
    {
      id: newId(),
      text: 'Noget, der ikke blev til noget.',
      doer: { by: 'member', personId: maja },
      dueOn: '2026-10-12',
      state: 'dropped',
      movedOn: '2026-10-12',
    },
  ],
  setOn: '2026-09-24',
  agreedOn: '2026-09-28',
  leftOn: null,
};
const workPoint = { point: 'At Alma tør sige til.', unit: 'db-stjernen', filledOn: '2026-09-24' };
const plan: PrintedPlan = {
  printedOn: '2026-11-23',
  recipientId: maja,
  members,
  goals: [goal],
  offered: 0,
  showsPlan: true,
  withheld: [],
};
const texts = (changes: Partial<PrintedPlan> = {}, language: 'da' | 'en' = 'da') =>
  blocksOf({ ...plan, ...changes }, language).map((block) =>
    [block.text, 'more' in block && block.more, 'who' in block && block.who].filter(Boolean).join(' | '),
  );

describe('whom a goal is for', () => {
  const asked = [maja, jonas];
  it.each<[string, string | null, string, boolean]>([
    ['the family’s, a parent', null, maja, true],
    ['the family’s, a child', null, bo, true],
    ['a child’s, its parent', alma, jonas, true],
    ['a child’s, the child', alma, alma, true],
    ['a child’s, a brother', alma, bo, false],
    ['an adult’s, the adult', maja, maja, true],
    ['an adult’s, the other parent', maja, jonas, false],
    ['an adult’s, a child', maja, alma, false],
    ['of somebody who has left the family', newId(), maja, false],
  ])('%s: %s', (_, memberId, recipient, expected) => {
    expect(isFor(recipient, { memberId }, members, asked)).toBe(expected);
  });

  it('a child’s is not for an adult whom it was not offered to', () => {
    expect(isFor(jonas, { memberId: alma }, members, [maja])).toBe(false);
  });
});

describe('what stands on it', () => {
  it('is the goals in the family’s own words, with what can and what will be done', () => {
    expect(texts()).toEqual([
      'Plan',
      'Til: Maja <b>',
      'Udskrevet: 23. november 2026',
      'Familien: Maja <b>, Jonas Łukasz, Alma',
      'Det vil vi',
      'Mål 1. Et mål for Alma',
      'Alma skal turde sige stop. | Maja <b>',
      'Det kan vi gøre',
      'Vi kan øve os.',
      'Det er aftalt',
      'Siger stop højt. | kontaktpædagog, senest 2. november 2026',
      'Læser en bog. | et medlem af familien, senest 12. oktober 2026, gjort',
      expect.stringContaining('Her står familiens fælles mål'),
      expect.stringContaining('kan ikke kaldes tilbage'),
    ]);
  });

  it('is in English too', () => {
    expect(texts({ offered: 2 }, 'en')).toEqual(
      expect.arrayContaining([
        'Printed: 23 November 2026',
        'Siger stop højt. | contact pedagogue, by 2 November 2026',
        'Proposed goals that you have not said yes or no to yet: 2.',
      ]),
    );
  });

  it('has the institution’s own point in its words, beside the family’s', () => {
    const offered = { ...goal, workPointId: newId(), workPoint };
    expect(texts({ goals: [offered] }).slice(5, 10)).toEqual([
      'Mål 1. Et mål for Alma',
      'Alma skal turde sige stop. | Maja <b>',
      'Institutionens eget punkt',
      'At Alma tør sige til. | db-stjernen, 24. september 2026',
      'Det kan vi gøre',
    ]);
    expect(texts({ goals: [offered] }, 'en')).toEqual(
      expect.arrayContaining(['The institution’s own point', 'At Alma tør sige til. | db-stjernen, 24 September 2026']),
    );
  });

  it('says what is left out, once, and of whom nothing', () => {
    const withheld = [
      { category: 'plan' as const, reason: 'no-basis' as const },
      { category: 'identity' as const, reason: 'consent-withdrawn' as const, person: alma },
      { category: 'identity' as const, reason: 'consent-withdrawn' as const, person: bo },
    ];
    const found = texts({ goals: [], members: [], showsPlan: false, withheld });
    expect(found).toEqual([
      'Plan',
      'Til: et medlem af familien',
      'Udskrevet: 23. november 2026',
      'Det er ikke med',
      'Familiens plan: Der er ikke registreret en hjemmel til dette formål.',
      'Navn og fødselsdato: Et samtykke, der kræves, er trukket tilbage.',
      expect.stringContaining('kan ikke kaldes tilbage'),
    ]);
  });
});

describe('on paper', () => {
  it('a name is text in the page, and the title tells nothing', () => {
    const page = htmlOfPaper({ blocks: blocksOf(plan, 'da'), title: 'Plan', language: 'da' });
    expect(page).toContain('Til: Maja &lt;b&gt;');
    expect(page).not.toContain('<b>');
    expect(page).toMatch(/<title>Plan<\/title>/);
    expect(page).not.toMatch(/<script|https?:/);
    expect(page.match(/<ul>/g)).toHaveLength(2);
  });

  it('the PDF has as many pages as it takes, with the font in it', async () => {
    const pagesOf = async (goals: Goal[]) => {
      const pdf = (
        await pdfOfPaper({ blocks: blocksOf({ ...plan, goals }, 'da'), title: 'Plan', language: 'da' })
      ).toString('latin1');
      expect(pdf).toMatch(/^%PDF-1\.7/);
      expect(pdf).toContain('+DejaVuSans-Bold');
      return pdf.match(/\/Type \/Page\b(?!s)/g)?.length;
    };
    expect(await pagesOf([goal])).toBe(1);
    expect(await pagesOf(Array.from({ length: 12 }, () => goal))).toBe(4);
  });
});
