import { functionNames } from '@helhed/contracts';
import { dayInWords, leftOut, type Block, type Language } from '@helhed/web';
import { planTexts } from './plan-texts.js';
import type { Goal, PrintedPlan } from './printed-plan.js';

/** What stands on the plan, in order, in one language. */
export function blocksOf(plan: PrintedPlan, language: Language): Block[] {
  const say = (name: keyof typeof planTexts): string => planTexts[name][language];
  const nameOf = (personId: string): string =>
    plan.members.find((each) => each.personId === personId)?.name ?? say('somebody');
  const day = (date: string): string => dayInWords(date, language);
  const names = plan.members.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return [
    { kind: 'title', text: say('title') },
    { kind: 'text', text: `${say('to')}: ${nameOf(plan.recipientId)}` },
    { kind: 'text', text: `${say('printed')}: ${day(plan.printedOn)}` },
    ...(names.length > 0 ? [{ kind: 'text' as const, text: `${say('family')}: ${names.join(', ')}` }] : []),
    ...(plan.showsPlan
      ? [
          { kind: 'heading' as const, text: say('goals') },
          ...(plan.goals.length === 0 ? [{ kind: 'text' as const, text: say('noGoals') }] : []),
          ...plan.goals.flatMap((goal, index) => blocksOfGoal(goal, index + 1, { say, nameOf, day, language })),
          ...(plan.offered > 0 ? [{ kind: 'paragraph' as const, text: `${say('offered')}: ${plan.offered}.` }] : []),
        ]
      : []),
    ...leftOut(plan.withheld, language),
    ...(plan.showsPlan ? [{ kind: 'foot' as const, text: say('foot') }] : []),
    { kind: 'foot', text: say('delivered') },
  ];
}

interface Words {
  readonly say: (name: keyof typeof planTexts) => string;
  readonly nameOf: (personId: string) => string;
  readonly day: (date: string) => string;
  readonly language: Language;
}

function blocksOfGoal(goal: Goal, number: number, { say, nameOf, day, language }: Words): Block[] {
  const whose = goal.memberId === null ? say('ofAll') : `${say('goalOf')} ${nameOf(goal.memberId)}`;
  const doerOf = ({ doer }: Goal['actions'][number]): string =>
    doer.by === 'member' ? nameOf(doer.personId) : (functionNames[doer.function]?.[language] ?? doer.function);
  const pointOf = ({ point, unit, filledOn }: Required<Goal>['workPoint']): Block => ({
    kind: 'quote',
    text: point,
    who: `${unit}, ${day(filledOn)}`,
  });
  return [
    { kind: 'subheading', text: `${say('goal')} ${number}. ${whose}` },
    ...goal.words.map(({ personId, said }): Block => ({ kind: 'quote', text: said, who: nameOf(personId) })),
    ...labelled(say('point'), goal.workPoint ? [pointOf(goal.workPoint)] : []),
    ...labelled(
      say('options'),
      goal.options.map(({ text }): Block => ({ kind: 'item', text })),
    ),
    ...labelled(
      say('actions'),
      goal.actions
        .filter(({ state }) => state !== 'dropped')
        .map((action): Block => ({
          kind: 'item',
          text: action.text,
          more: [
            doerOf(action),
            `${say('by')} ${day(action.dueOn)}`,
            ...(action.state === 'done' ? [say('done')] : []),
          ].join(', '),
        })),
    ),
  ];
}

const labelled = (label: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ kind: 'label', text: label }, ...blocks];
