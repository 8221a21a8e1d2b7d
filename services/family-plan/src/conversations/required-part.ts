import type { ConversationKind } from '@helhed/contracts';
import type { FieldError, Text } from '@helhed/kernel';
import type { RecordConversation } from './conversations.dto.js';

type Told = Pick<RecordConversation, 'participants' | 'missing'>;
type Participant = Told['participants'][number];
type Missing = Told['missing'][number]['who'];

/** A function in a unit. */
export interface Pair {
  readonly unit: string;
  readonly function: string;
}

/** Whom the family has: its parents, and whose relation to it was `contact` on the day. */
export interface Around {
  /** Undefined where it is not told which there are (A-CMD-02). */
  readonly parents: readonly string[] | undefined;
  readonly contacts: readonly Pair[];
}

/**
 * What the conversation asks for and nobody told: whoever must attend either took part, or is missing with a reason. Where it
 * is not told which parents there are, they are asked for as one.
 */
export function findUntold({ required }: ConversationKind, { parents, contacts }: Around, told: Told): FieldError[] {
  const came = new Set(told.participants.flatMap((who) => countsAs(who, contacts)));
  const away = told.missing.map(({ who }) => nameOf(who));
  const isTold = (name: string) => came.has(name) || away.includes(name);
  const known = parents ?? ['whoever it is'];
  const enough = required.parents === 'one-parent' && known.some((parent) => came.has(parent));
  const silent = required.parents === 'none' || enough ? [] : known.filter((parent) => !isTold(parent));
  return [
    ...silent.map(() => untold({ da: 'En forælder', en: 'A parent' })),
    ...required.functions.filter((name) => !isTold(name)).map((name) => untold({ da: name, en: name })),
    // of a unit each stands for somebody else: who is not told
    ...twice(
      told.participants.map((who) => (who.by === 'member' ? who.personId : undefined)),
      (index) => `participants.${index}`,
    ),
    ...twice(away, (index) => `missing.${index}.who`),
    ...away.flatMap((name, index): FieldError[] =>
      came.has(name) ? [{ field: `missing.${index}.who`, rule: 'took-part', message: tookPart }] : [],
    ),
  ];
}

/** A person's id, or the function of which nobody came: no id is one. */
const nameOf = (who: Missing): string => (who.by === 'member' ? who.personId : who.function);

/** A person's id, or the functions that somebody's taking part fills. */
function countsAs(who: Participant, contacts: readonly Pair[]): string[] {
  if (who.by === 'member') return [who.personId];
  const isContact = contacts.some((each) => each.unit === who.unit && each.function === who.function);
  return [who.function, ...(isContact ? [contactPedagogue] : [])];
}

/** Whom the relation `contact` names, in whichever function. */
const contactPedagogue = 'contact-pedagogue';

const untold = ({ da, en }: Text): FieldError => ({
  field: 'missing',
  rule: 'required-participant',
  message: { da: `${da} skulle deltage: skriv, hvorfor det ikke skete.`, en: `${en} was to take part: say why not.` },
});

const twice = (names: readonly (string | undefined)[], field: (index: number) => string): FieldError[] =>
  names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index
      ? [{ field: field(index), rule: 'duplicate-code', message: standsTwice }]
      : [],
  );

const standsTwice = { da: 'Står to gange.', en: 'Stands twice.' };
const tookPart = { da: 'Deltog: så er der ingen, der manglede.', en: 'Took part, and so was not missing.' };
