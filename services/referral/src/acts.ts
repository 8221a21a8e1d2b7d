import type { Act } from '@helhed/access';
import { paperActs } from '@helhed/contracts';

/** What the routes of this service do, by which relations, and what each shows: docs/access.md 4.3. */
type Part = Act['sections'];
const look = (act: string, relations: Act['relations'], sections: Part): Act => ({
  act,
  mode: 'read',
  relations,
  sections,
});
const change = (act: string, relations: Act['relations'], sections: Part): Act => ({
  ...look(act, relations, sections),
  mode: 'write',
});
const outcome: Part = ['referral.outcome'];
const triage = (verb: string): Act => change(`referral.${verb}`, ['triage'], outcome);

export const acts = {
  receive: change('referral.receive', [], []),
  amend: change('referral.amend', ['sender'], []),
  list: look('referral.list', ['triage', 'sender', 'lead'], outcome),
  read: look(
    'referral.read',
    ['triage', 'sender', 'lead'],
    ['referral.content', 'referral.triage', 'referral.outcome'],
  ),
  outcome: look('referral.outcome', ['sender'], outcome),
  letter: look(paperActs.letter, ['sender'], outcome),
  startTriage: triage('start-triage'),
  hold: triage('hold'),
  resume: triage('resume'),
  accept: triage('accept'),
  decline: triage('decline'),
  withdraw: triage('withdraw'),
  close: triage('close'),
  waitingList: look('waiting-list.read', ['triage', 'lead'], outcome),
  changes: look('change.list', ['sender'], outcome),
  /** No route's: an attempt of a webhook, docs/access.md A-SYS-02. */
  deliver: look('change.deliver', ['sender'], outcome),
  waitingListChanges: look('waiting-list.changes', ['triage', 'lead'], outcome),
  recordSeparation: change('separation.record', ['triage', 'lead'], outcome),
  endSeparation: change('separation.end', ['triage', 'lead'], []),
  listSeparations: look('separation.list', ['triage', 'lead'], []),
} as const;
