import type { OutcomeView } from '../referrals/referrals.dto.js';
import { outcomeExample } from '../referrals/referrals.examples.js';
import { states } from '../referrals/transitions.js';
import { blocksOf } from './letter-blocks.js';
import type { Letter } from './letter.js';

const outside = { da: 'Familien er uden for målgruppen.', en: 'The family is outside the target group.' };
const complaint = { da: 'Klag inden fire uger.', en: 'Complain within four weeks.' };
const shown: OutcomeView = { ...outcomeExample, nextOwner: 'programme' };

const notListed = (code: string) =>
  `Det er noteret med en kode, som indsatsen ikke har ord for (${code}). Spørg visitationen.`;

const letterOf = (outcome: Partial<OutcomeView>, more: Partial<Letter> = {}): Letter => ({
  writtenOn: '2026-11-23',
  municipality: 'Nyborg',
  programme: { da: 'Familiestue', en: 'Family room' },
  answer: { form: 'letter' },
  outcome: { ...shown, ...outcome },
  ...more,
});
const texts = (letter: Letter, language: 'da' | 'en' = 'da') => blocksOf(letter, language).map(({ text }) => text);
const title = (letter: Letter) => blocksOf(letter, 'da').find(({ kind }) => kind === 'title')?.text;
const answerOf = (outcome: Partial<OutcomeView>, more: Partial<Letter> = {}) => {
  const all = texts(letterOf(outcome, more));
  return all.slice(
    all.indexOf('Svaret') + 1,
    all.findIndex((text) => text.startsWith('Venlig hilsen')),
  );
};

describe('the letter to the sender', () => {
  it('says who answers whom, on what, and what the answer is', () => {
    expect(texts(letterOf({}))).toEqual([
      'Nyborg Kommune · Familiestue',
      `Til: ${shown.referringUnit}`,
      'Dato: 23. november 2026',
      `Jeres nummer: ${shown.senderReference}`,
      `Vores nummer: ${shown.id}`,
      'Svarbrev: Familiestue',
      'Den 5. november 2026 modtog vi jeres indstilling af en familie til Familiestue.',
      'Svaret',
      'Svaret er ja. Familien fik en plads den 12. november 2026. Gruppens første dag er den 11. januar 2027.',
      'Næste skridt',
      'Indsatsen tager kontakt til familien.',
      'Venlig hilsen\nFamiliestue\nNyborg Kommune',
      expect.stringContaining('kan ikke kaldes tilbage'),
    ]);
  });

  it('is in English too', () => {
    expect(texts(letterOf({}), 'en')).toEqual(
      expect.arrayContaining([
        'Municipality of Nyborg · Family room',
        'Answer to your referral: Family room',
        'The answer is yes. The family was given a place on 12 November 2026. The group’s first day is 11 January 2027.',
      ]),
    );
  });

  const ended = { nextOwner: null, place: null };
  it.each<[string, Partial<OutcomeView>, string[], Letter['reason']]>([
    [
      'no',
      { state: 'declined', outcome: 'outside-target-group', ...ended },
      ['Svaret er nej, givet den 12. november 2026.', 'Begrundelse', outside.da],
      outside,
    ],
    [
      'no, by a code that the definition has no words for',
      { state: 'declined', outcome: 'full-up', ...ended },
      ['Svaret er nej, givet den 12. november 2026.', 'Begrundelse', notListed('full-up')],
      undefined,
    ],
    [
      'yes, with no place yet',
      { state: 'waiting', nextOwner: 'scheduling', place: null },
      [
        'Svaret er ja, men der er ingen ledig plads. Familien har stået på venteliste siden den 12. november 2026.',
        'Næste skridt',
        'Vi finder en plads til familien.',
      ],
      undefined,
    ],
    [
      'yes, to a programme without places',
      { state: 'accepted', place: null, nextOwner: null },
      ['Svaret er ja, givet den 12. november 2026.'],
      undefined,
    ],
    [
      'what came of it',
      { state: 'closed', outcome: 'completed', ...ended },
      ['Indstillingen blev afsluttet den 12. november 2026.', 'Udfald', 'Familien har gennemført forløbet.'],
      { da: 'Familien har gennemført forløbet.', en: 'The family has completed the course.' },
    ],
  ])('says %s', (_, outcome, expected, reason) => {
    expect(answerOf(outcome, { reason })).toEqual(expected);
  });

  it('is headed as a decision, with how to complain, where the definition says so', () => {
    const decision: Letter['answer'] = { form: 'decision', complaint };
    expect(title(letterOf({}, { answer: decision }))).toBe('Afgørelse: Familiestue');
    expect(answerOf({ state: 'declined', outcome: 'full-up', ...ended }, { answer: decision })).toEqual(
      expect.arrayContaining(['Klagevejledning', complaint.da]),
    );
    expect(title(letterOf({}, { answer: undefined }))).toBe('Svarbrev: Familiestue');
  });

  it.each(states)('has a heading and a sentence of %s', (state) => {
    const answered = ['accepted', 'waiting', 'declined'].includes(state);
    expect(title(letterOf({ state }))).toBe(answered ? 'Svarbrev: Familiestue' : 'Om jeres indstilling: Familiestue');
    expect(answerOf({ state })[0]).not.toMatch(/\{|undefined/);
    // how to complain belongs to what is decided
    const decision: Letter['answer'] = { form: 'decision', complaint };
    expect(answerOf({ state }, { answer: decision }).includes(complaint.da)).toBe(answered);
  });

  it('says of what is withheld that it is, and why, and nothing else', () => {
    const { id, familyId, programme, programmeVersion, referringUnit, senderReference, receivedOn } = shown;
    const frame = { id, familyId, programme, programmeVersion, referringUnit, senderReference, receivedOn };
    const withheld = [{ category: 'referral-outcome', reason: 'consent-withdrawn' }];
    const all = texts({ ...letterOf({}), answer: { form: 'decision', complaint }, outcome: { ...frame, withheld } });
    expect(all.slice(5, -2)).toEqual([
      'Om jeres indstilling: Familiestue',
      'Den 5. november 2026 modtog vi jeres indstilling af en familie til Familiestue.',
      'Det er ikke med',
      'Svar og udfald: Et samtykke, der kræves, er trukket tilbage.',
    ]);
  });

  it('of an invented municipality names the programme alone', () => {
    expect(texts(letterOf({}, { municipality: undefined }))[0]).toBe('Familiestue');
  });
});
