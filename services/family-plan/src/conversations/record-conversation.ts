import type { Actor, Look } from '@helhed/access';
import { ConversationRecorded, type ConversationKind } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { newId, type FieldError } from '@helhed/kernel';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { chooseProgramme } from '../child-views/choose-programme.js';
import { findParentsTold, requireNamed } from '../families/named-in-family.js';
import { ReachFamily } from '../families/reach-family.js';
import { goalsAsTheyStand } from '../goals/show-goal.js';
import { getProgramme } from '../programmes/programme-copy.js';
import { sealHeld } from './conversation-texts.js';
import { countOfDay } from './conversations-of-a-day.js';
import { Conversation, incomplete } from './conversation.js';
import type { ConversationReceipt, RecordConversation as Told } from './conversations.dto.js';
import { findContacts, requireKnownPairs } from './known-pairs.js';
import { moveGoals } from './move-goals.js';
import { findUntold } from './required-part.js';

@Injectable()
export class RecordConversation {
  constructor(
    private readonly database: Database,
    private readonly families: ReachFamily,
  ) {}

  /** Goals are moved as the conversation says; then it keeps them as they stand, and nothing of it changes. */
  async run(actor: Actor, told: Told): Promise<ConversationReceipt> {
    const { municipality } = actor;
    let made: Conversation | undefined;
    const { id } = await this.database.createOnce(municipality, async (tx) => {
      const look = await this.families.named(tx, actor, acts.recordConversation, told.familyId);
      const persons = personsIn(told);
      await requireNamed(look, told.familyId, { members: persons });
      made = await this.#record(look, told);
      tx.log({ kind: 'command', act: 'conversation.record', subjects: [told.familyId, ...persons] });
      return { id: made.id };
    });
    // a repeat that lost a race made one too, and it was rolled back
    if (made?.id === id) return { id, familyId: made.familyId };
    const find = ({ manager }: Tx) => manager.findOneBy(Conversation, { municipality, id });
    return { id, familyId: (await this.families.again(actor, acts.recordConversation, find)).familyId };
  }

  async #record(look: Look, told: Told): Promise<Conversation> {
    const { tx, actor } = look;
    const { familyId, heldOn, participants, missing } = told;
    const programme = await chooseProgramme(look, familyId, told.programme);
    const { conversations = [], version: programmeVersion } = await getProgramme(tx, programme);
    const kind = conversations.find(({ code }) => code === told.conversation);
    if (heldOn > tx.today) throw incomplete([{ field: 'heldOn', rule: 'in-the-future', message: notYet }]);
    if (!kind) throw incomplete([{ field: 'conversation', rule: 'unknown', message: noSuch }]);
    const before = await countOfDay(look, { familyId, programme, code: kind.code, heldOn });
    await requireKnownPairs(tx, participants);
    await requireTold(look, kind, told, programme);
    await moveGoals(look, { familyId, programme }, told.moves);
    const { municipality } = tx;
    const goals = await goalsAsTheyStand(tx, { familyId, programme });
    const id = newId();
    const conversation = Conversation.note({
      municipality,
      id,
      familyId,
      programme,
      programmeVersion,
      code: kind.code,
      unit: actor.unit as string,
      heldOn,
      ofDay: before + 1,
      participants: participants.length,
      missing: missing.length,
      goals: goals.length,
      held: sealHeld(tx.personalData, municipality, id, { participants, missing, goals }),
    });
    await tx.manager.insert(Conversation, conversation);
    if (before === 0) tx.emit(ConversationRecorded, conversation.recorded(goals));
    return conversation;
  }
}

/** The refusal tells which parents there are, and so is in the log as a look; but to whom that is withheld. */
async function requireTold(look: Look, kind: ConversationKind, told: Told, programme: string): Promise<void> {
  const { familyId, heldOn } = told;
  const parents = kind.required.parents === 'none' ? [] : await findParentsTold(look, familyId);
  const contacts = await findContacts(look.tx, familyId, programme, heldOn);
  const untold: FieldError[] = findUntold(kind, { parents, contacts }, told);
  if (untold.length === 0) return;
  if (parents) {
    look.log([familyId, ...personsIn(told)]);
    look.tx.keepLooks();
  }
  throw incomplete(untold);
}

const personsIn = ({ participants, missing }: Told): string[] => [
  ...new Set(
    [...participants, ...missing.map(({ who }) => who)].flatMap((who) => (who.by === 'member' ? [who.personId] : [])),
  ),
];

const notYet = { da: 'Dagen er ikke kommet endnu.', en: 'The day has not come yet.' };
const noSuch = { da: 'Indsatsen har ikke den samtale.', en: 'The programme has no such conversation.' };
