import { DomainError, type Text } from '@helhed/kernel';
import { z } from 'zod';
import type { Asking } from '../ask-service.js';
import type { AskScheduling } from './ask-attendance.js';
import { chosenBefore, marksOf, type FilledIn } from './filled-in.js';
import type { Sheet } from './find-sheet.js';
import type { OwnSession } from './find-sessions.js';
import { isOpen, sameMarks, type Mark } from './sheet.js';

/** What became of a family's part of the form; what was not changed is `same`. */
export type Outcome =
  | { readonly is: 'same' | 'saved' }
  | { readonly is: 'conflict'; readonly wanted: readonly Mark[] }
  | { readonly is: 'refused'; readonly text: Text }
  | { readonly is: 'away' };

const receipt = z.object({ id: z.string() });

/**
 * Each family's part is a command of its own, as the API has it (A-SCH-28, A-SCH-29): one that is refused leaves the others
 * saved. The same form twice changes nothing the second time.
 */
export async function saveSheet(
  scheduling: AskScheduling,
  asking: Asking,
  session: Pick<OwnSession, 'id' | 'heldOn'>,
  filled: readonly FilledIn[],
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  // one after the other: each locks the session
  for (const part of filled) outcomes.set(part.family.id, await saveFamily(scheduling, asking, session, part));
  return outcomes;
}

async function saveFamily(
  scheduling: AskScheduling,
  asking: Asking,
  session: Pick<OwnSession, 'id' | 'heldOn'>,
  part: FilledIn,
): Promise<Outcome> {
  const { family, version, key } = part;
  const { id, noted } = family;
  const marks = marksOf(part);
  // of a session that is not held yet, that somebody came is sent though it stands there: it marks it as held
  const tellsMore = session.heldOn === null && marks.some(({ present }) => present);
  if (!tellsMore && sameMarks(marks, marksOf({ chosen: chosenBefore(family) }))) return { is: 'same' };
  const conflict: Outcome = { is: 'conflict', wanted: marks };
  if ((noted?.version ?? null) !== version) return conflict;
  const [path, sent] = noted
    ? [`attendance/${noted.id}:correct`, { body: { marks }, headers: { 'if-match': `"${noted.version}"` } }]
    : ['attendance', { body: { session: session.id, family: id, marks }, headers: { 'idempotency-key': key } }];
  try {
    return (await scheduling.ask(asking, path, receipt, sent)) ? { is: 'saved' } : { is: 'away' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { kind, problem, detail } = error;
    return kind === 'stale' || problem === 'attendance-recorded' ? conflict : { is: 'refused', text: detail };
  }
}

/**
 * What somebody else noted meanwhile and is the same is no conflict: so the same form sent at once again by an impatient thumb.
 * @param fresh as it stands after saving
 */
export function settled(
  outcomes: ReadonlyMap<string, Outcome>,
  fresh: Sheet | undefined,
): ReadonlyMap<string, Outcome> {
  const settle = (id: string, outcome: Outcome): Outcome => {
    const family = fresh?.families.find((each) => each.id === id);
    if (outcome.is !== 'conflict' || !family || !isOpen(family)) return outcome;
    return sameMarks(outcome.wanted, family.noted?.marks ?? []) ? { is: 'same' } : outcome;
  };
  return new Map([...outcomes].map(([id, outcome]) => [id, settle(id, outcome)]));
}

export const isDone = (outcomes: ReadonlyMap<string, Outcome>): boolean =>
  [...outcomes.values()].every(({ is }) => is === 'same' || is === 'saved');
