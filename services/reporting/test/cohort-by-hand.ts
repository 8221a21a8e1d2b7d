import { contextOf, type CloudEvent, type ConversationRecorded, type EventData } from '@helhed/contracts';
import { daysBetween } from '@helhed/kernel';
import { programme } from './events.js';
import { goalsByHand } from './oracle-of-goals.js';
import { isCompleted } from './oracle.js';

type Told = Record<string, string>;
type Conversation = EventData<typeof ConversationRecorded>;

/** A year's families counted from the events by hand, as of the last day of the next. */
export function cohortByHand(events: readonly CloudEvent[], year: number) {
  const told = (name: string, date: string): Told[] =>
    events
      .filter((event) => event.type === `dk.helhed.${contextOf(event)}.${name}.v1`)
      .map((event) => event.data as Told)
      .filter((data) => data['programme'] === programme && data[date]! <= `${year + 1}-12-31`);
  const referred = told('received', 'receivedOn').filter(({ receivedOn }) => receivedOn!.startsWith(String(year)));
  const of = (all: Told[], among: Told[]): Told[] =>
    among.filter(({ familyId }) => all.some((each) => each['familyId'] === familyId));
  const accepted = of(told('accepted', 'acceptedOn'), referred);
  const places = told('place-assigned', 'assignedOn');
  const placed = of(places, accepted);
  const sessions = told('session-held', 'heldOn').filter(({ kind }) => kind === 'session');
  const conversations = told('conversation-recorded', 'on');
  const spoken = of(conversations, placed);
  const moved = spoken.filter(({ familyId }) => {
    const theirs = conversations.filter((each) => each['familyId'] === familyId) as unknown as Conversation[];
    const { moves } = goalsByHand(theirs, { from: '0001-01-01', to: `${year + 1}-12-31` });
    return Boolean(moves['agreed'] ?? moves['step-taken']);
  });
  const completed = told('closed', 'closedOn').filter(isCompleted);
  return {
    referred: referred.length,
    accepted: accepted.length,
    placed: placed.length,
    started: of(sessions, placed).length,
    completed: of(completed, accepted).length,
    spoken: spoken.length,
    moved: moved.length,
    days: placed
      .map(({ familyId, receivedOn }) =>
        daysBetween(receivedOn!, places.find((place) => place['familyId'] === familyId)!['assignedOn']!),
      )
      .sort((a, b) => a - b),
  };
}
