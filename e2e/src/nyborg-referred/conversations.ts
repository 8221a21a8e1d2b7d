import { localDate } from '@helhed/kernel';
import { must, mustEqual } from '../story/must.js';
import type { Referral } from './referrals.js';
import { programme, type World } from './world.js';

/** Those of the definition. */
const conversations = ['start', 'midway', 'evaluation'];

/** What somebody does towards a goal. */
export interface Action {
  readonly goalId: string;
  readonly actionId: string;
}

/**
 * The family's conversation: both parents and Pia, whom its contact relation names, take part; the goals are kept as they stood.
 * @param done actions that were done since the last one
 */
export async function converse(
  world: World,
  referral: Referral,
  conversation: string,
  at: Date,
  done: readonly Action[] = [],
): Promise<void> {
  const { api, municipality } = world;
  const parents = referral.members.filter(({ role }) => role === 'parent');
  const pia = { by: 'unit', unit: 'db-solsikken', function: 'pedagogue' };
  const participants = [...parents.map(({ personId }) => ({ by: 'member', personId })), pia];
  const moves = done.map((action) => ({ what: 'action', ...action, state: 'done' }));
  const body = { familyId: referral.familyId, programme, conversation, heldOn: localDate(at), participants, moves };
  const as = municipality.as('gitte');
  await api.post('/family-plan/v1/conversations', { as, body });
}

interface Conversation {
  readonly conversation?: string;
}

/** What was held with a family, in the order in which it was. */
export async function conversationsOf({ api, municipality }: World, familyId: string): Promise<void> {
  const path = `/family-plan/v1/families/${familyId}/conversations`;
  const { body } = await api.get<{ items: Conversation[] }>(path, { as: municipality.as('gitte') });
  mustEqual(
    body.items.map(({ conversation }) => String(conversation)).toSorted(),
    conversations.toSorted(),
    'the conversations that the definition asks for',
  );
}

/** What the plan on paper must have, as it was said. */
interface Said {
  readonly goal: string;
  readonly option: string;
}

/** The plan on paper for one of the family, in plain Danish: as a page, and as PDF. */
export async function printPlan(
  world: World,
  familyId: string,
  recipient: string,
  { goal, option }: Said,
): Promise<void> {
  const as = world.municipality.as('gitte');
  const path = `/family-plan/v1/families/${familyId}/printed-plan`;
  const page = await world.api.get<string>(`${path}?recipient=${recipient}`, { as, accept: 'text/html' });
  must(page.body.includes('<html lang="da"') && page.body.includes(goal), 'the goals in the family’s own words');
  const [, below = ''] = page.body.split('<h4>Det kan vi gøre</h4>');
  must((below.split('<h4>', 1)[0] ?? '').includes(`<li>${option}</li>`), 'and what it could do towards them', below);
  const pdf = await world.api.get<string>(`${path}.pdf?recipient=${recipient}`, { as, accept: 'application/pdf' });
  must(pdf.body.startsWith('%PDF-'), 'the same as PDF', pdf.body.slice(0, 20));
}
