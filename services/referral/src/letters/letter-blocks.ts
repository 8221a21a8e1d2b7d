import type { Text } from '@helhed/kernel';
import { dayInWords, leftOut, type Block, type Language } from '@helhed/web';
import type { OutcomeView } from '../referrals/referrals.dto.js';
import type { State } from '../referrals/transitions.js';
import { letterTexts, ownerTexts, stateTexts } from './letter-texts.js';
import type { Letter } from './letter.js';

/** The states that answer what the sender asked. */
const answers: ReadonlySet<State> = new Set<State>(['accepted', 'waiting', 'declined']);

type Say = (text: Text, fills?: Readonly<Record<string, string>>) => string;

/** What stands in the letter, in order, in one language. */
export function blocksOf(letter: Letter, language: Language): Block[] {
  const { outcome, answer, municipality } = letter;
  const say: Say = (text, fills = {}) =>
    text[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => fills[name] ?? '');
  const day = (date: string): string => dayInWords(date, language);
  const programme = letter.programme[language];
  const from = municipality === undefined ? [] : [say(letterTexts.municipality, { name: municipality })];
  const isAnswered = outcome.state !== undefined && answers.has(outcome.state);
  const isDecision = isAnswered && answer?.form === 'decision';
  return [
    { kind: 'letterhead', text: [...from, programme].join(' · ') },
    ...(
      [
        [letterTexts.to, outcome.referringUnit],
        [letterTexts.date, day(letter.writtenOn)],
        [letterTexts.yours, outcome.senderReference],
        [letterTexts.ours, outcome.id],
      ] as const
    ).map(([name, value]): Block => ({ kind: 'text', text: `${say(name)}: ${value}` })),
    { kind: 'title', text: say(letterTexts[headed(isAnswered, isDecision)], { programme }) },
    { kind: 'paragraph', text: say(letterTexts.received, { day: day(outcome.receivedOn), programme }) },
    ...told(letter, say, day),
    ...(isDecision ? headedBy(say(letterTexts.complaint), [say(answer.complaint)]) : []),
    ...leftOut(outcome.withheld, language),
    { kind: 'closing', text: `${say(letterTexts.regards)}\n${[programme, ...from].join('\n')}` },
    { kind: 'foot', text: say(letterTexts.foot) },
  ];
}

/** What is no answer, or is withheld, has a heading that does not say which. */
function headed(isAnswered: boolean, isDecision: boolean): 'decision' | 'letter' | 'about' {
  if (isDecision) return 'decision';
  return isAnswered ? 'letter' : 'about';
}

/** What came of it, where it is shown. */
function told({ outcome, reason }: Letter, say: Say, day: (date: string) => string): Block[] {
  const { state, since, place, nextOwner, outcome: code } = outcome;
  if (state === undefined || since === undefined) return [];
  return [
    ...headedBy(say(letterTexts.answer), [
      [
        say(placed(outcome) ? letterTexts.place : stateTexts[state], { day: day(since) }),
        ...(place ? [say(letterTexts.starts, { day: day(place.startsOn) })] : []),
      ].join(' '),
    ]),
    ...(code
      ? headedBy(say(state === 'closed' ? letterTexts.cameOfIt : letterTexts.why), [
          say(reason ?? letterTexts.notListed, { code }),
        ])
      : []),
    ...(nextOwner ? headedBy(say(letterTexts.next), [say(ownerTexts[nextOwner])]) : []),
  ];
}

const placed = ({ state, place }: OutcomeView): boolean => state === 'accepted' && Boolean(place);

const headedBy = (heading: string, paragraphs: readonly string[]): Block[] => [
  { kind: 'heading', text: heading },
  ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
];
