import { DomainError } from '@helhed/kernel';
import { z } from 'zod';
import type { Asking } from '../ask-service.js';
import type { AskScheduling } from './ask-attendance.js';

const onPage = 200;
const text = z.object({ da: z.string(), en: z.string() });

const session = z.object({
  id: z.string(),
  group: z.string(),
  groupName: z.string(),
  kind: z.enum(['session', 'theme-evening']),
  number: z.number(),
  date: z.string(),
  startTime: z.string(),
  startsAt: z.string(),
  heldOn: z.string().nullable(),
  reasons: z.array(z.object({ code: z.string(), text })),
  notableUntil: z.string(),
});
const answer = z.object({ items: z.array(session), next: z.string().nullable() });

/** A session whose attendance can be noted, as scheduling tells it (A-SCH-39). */
export type OwnSession = z.infer<typeof session>;

/** Those that whoever looks runs, first to last; undefined where scheduling does not say it now. */
export async function findSessions(
  scheduling: AskScheduling,
  asking: Asking,
): Promise<readonly OwnSession[] | undefined> {
  try {
    return await allSessions(scheduling, asking);
  } catch (error) {
    // who may is the page's own to say: of whom it let through a refusal is no answer
    if (error instanceof DomainError && error.kind === 'forbidden') return undefined;
    throw error;
  }
}

async function allSessions(scheduling: AskScheduling, asking: Asking): Promise<readonly OwnSession[] | undefined> {
  const found: OwnSession[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query = new URLSearchParams({ limit: String(onPage), ...(cursor && { cursor }) });
    const page: z.infer<typeof answer> | undefined = await scheduling.ask(asking, `sessions?${String(query)}`, answer);
    if (!page) return undefined;
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}
