import type { ConversationKind } from '@helhed/contracts';
import type { FieldError, Text } from '@helhed/kernel';
import type { RecordConversation } from './conversations.dto.js';

type Told = Pick<RecordConversation, 'participants' | 'missing'>;

/**
 * What the conversation asks for and nobody told: whoever must attend either took part, or is missing with a reason.
 * @param parents undefined where it is not told which there are: then they are asked for as one
 */
export function findUntold(
  { required }: ConversationKind,
  parents: readonly string[] | undefined,
  told: Told,
): FieldError[] {
  const came = new Set(told.participants.map(nameOf));
  const away = new Set(told.missing.map(({ who }) => nameOf(who)));
  const isTold = (name: string) => came.has(name) || away.has(name);
  const known = parents ?? ['whoever it is'];
  const enough = required.parents === 'one-parent' && known.some((parent) => came.has(parent));
  const silent = required.parents === 'none' || enough ? [] : known.filter((parent) => !isTold(parent));
  return [
    ...silent.map(() => untold({ da: 'En forælder', en: 'A parent' })),
    ...required.functions.filter((name) => !isTold(name)).map((name) => untold({ da: name, en: name })),
    ...twice(told.participants.map(nameOf), (index) => `participants.${index}`),
    ...twice(
      told.missing.map(({ who }) => nameOf(who)),
      (index) => `missing.${index}.who`,
    ),
    ...told.missing.flatMap(({ who }, index): FieldError[] =>
      came.has(nameOf(who)) ? [{ field: `missing.${index}.who`, rule: 'took-part', message: tookPart }] : [],
    ),
  ];
}

/** A person's id, or the function that somebody took part in: no id is one. */
const nameOf = (who: Told['participants'][number] | Told['missing'][number]['who']): string =>
  who.by === 'member' ? who.personId : who.function;

const untold = ({ da, en }: Text): FieldError => ({
  field: 'missing',
  rule: 'required-participant',
  message: { da: `${da} skulle deltage: skriv, hvorfor det ikke skete.`, en: `${en} was to take part: say why not.` },
});

const twice = (names: readonly string[], field: (index: number) => string): FieldError[] =>
  names.flatMap((name, index) =>
    names.indexOf(name) < index ? [{ field: field(index), rule: 'duplicate-code', message: standsTwice }] : [],
  );

const standsTwice = { da: 'Står to gange.', en: 'Stands twice.' };
const tookPart = { da: 'Deltog: så er der ingen, der manglede.', en: 'Took part, and so was not missing.' };
