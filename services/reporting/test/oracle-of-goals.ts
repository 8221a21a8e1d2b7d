import type { ConversationRecorded, EventData } from '@helhed/contracts';

type Conversation = EventData<typeof ConversationRecorded>;
type Stand = NonNullable<Conversation['stands']>[number] & { readonly on: string };

/** What became of each goal between the conversations before a period, or the first, and the last in it; by hand. */
export function goalsByHand(
  conversations: readonly Conversation[],
  { from, to }: { from: string; to: string },
): { followedUp: number; moves: Record<string, number> } {
  const kept = conversations.flatMap(({ on, stands = [] }): Stand[] => stands.map((stand) => ({ ...stand, on })));
  const moves: Record<string, number> = {};
  let followedUp = 0;
  for (const goal of new Set(kept.map(({ goalId }) => goalId))) {
    const stands = kept.filter(({ goalId, on }) => goalId === goal && on <= to).sort((a, b) => (a.on < b.on ? -1 : 1));
    const last = stands.at(-1);
    const before = stands.filter(({ on }) => on < from).at(-1) ?? stands[0];
    if (!last || !before || stands.length < 2 || last.on < from || before.state === 'left') continue;
    followedUp++;
    const move = moveOf(before, last);
    if (move) moves[move] = (moves[move] ?? 0) + 1;
  }
  return { followedUp, moves };
}

function moveOf(before: Stand, last: Stand): string | undefined {
  if (last.state === 'left') return 'left';
  if (last.done > before.done) return 'step-taken';
  return before.state === 'offered' && last.state === 'agreed' ? 'agreed' : undefined;
}

export const movedByHand = (moves: Record<string, number>): number =>
  Object.values(moves).reduce((sum, each) => sum + each, 0);
