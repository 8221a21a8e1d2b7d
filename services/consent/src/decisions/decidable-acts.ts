import type { AccessDeclaration, Act, Relation, SectionName } from '@helhed/access';
import { paperActs } from '@helhed/contracts';

/** An act that can be asked about: who may, by which relations, and what it shows. `npm run contracts` holds it to the routes. */
export interface DecidableAct extends Act {
  readonly allow: AccessDeclaration['allow'];
}

type Functions = readonly string[] | 'any' | 'case';
const persons = (...each: Functions[]): DecidableAct['allow'] =>
  each.map((functions) => ({ kind: 'person', functions }));

const look = (
  act: string,
  allow: DecidableAct['allow'],
  relations: readonly Relation[],
  ...sections: SectionName[]
): DecidableAct => ({ act, mode: 'read', allow, relations, sections });
const command = (act: string, allow: DecidableAct['allow'], ...relations: Relation[]): DecidableAct => ({
  act,
  mode: 'write',
  allow,
  relations,
  sections: [],
});

const cases = persons('case');
const casesAndLead = persons('case', ['programme-lead']);
const register = persons('case', ['data-protection-officer']);
const triager = persons(['triager']);
const lead = persons(['programme-lead']);
const custodyKeepers = persons(['triager', 'caseworker', 'social-worker', 'family-coordinator']);
const relationKeepers = persons(['triager', 'programme-lead', 'family-coordinator']);
const toFamily = ['triage', 'group', 'coordinator', 'team', 'contact', 'follow-up', 'partner', 'institution'] as const;
const handsOn = ['triage', 'group', 'coordinator', 'team', 'contact'] as const;
const inCourse = ['group', 'coordinator', 'team', 'contact'] as const;
const aroundChild = [...inCourse, 'partner', 'institution'] as const;
const ofPlan = [...inCourse, 'follow-up'] as const;
const toRegister = ['register', 'triage', 'coordinator'] as const;
const ties = ['triage', 'lead', 'coordinator'] as const;
const ofCustody = ['triage', 'coordinator', 'team'] as const;
const secondPerson = { inSpiteOfColleagues: true } as const;

/** The acts of docs/access.md 4.3, 4.4 and A-CON-01 to 04 that name one referral, or one family. */
export const decidableActs = {
  referral: [
    look(
      'referral.read',
      casesAndLead,
      ['triage', 'sender', 'lead'],
      'referral.content',
      'referral.triage',
      'referral.outcome',
    ),
    look('referral.outcome', cases, ['sender'], 'referral.outcome'),
    look(paperActs.letter, cases, ['sender'], 'referral.outcome'),
    command('referral.amend', persons('any'), 'sender'),
    ...['start-triage', 'hold', 'resume', 'accept', 'decline', 'withdraw', 'close'].map((verb) =>
      command(`referral.${verb}`, triager, 'triage'),
    ),
  ],
  family: [
    look('family.read', cases, toFamily, 'family.structure', 'family.identity', 'family.custody', 'family.address'),
    look('enrolment.list', casesAndLead, [...toFamily, 'lead'], 'enrolment'),
    look('custody.list', cases, ofCustody, 'family.custody'),
    command('custody.record', custodyKeepers, ...ofCustody),
    command('custody.end', custodyKeepers, ...ofCustody),
    command('child-view.record', cases, ...handsOn),
    command('child-view.open', cases, ...handsOn),
    command('child-view.close', cases, ...handsOn),
    command('registration.fill', cases, ...aroundChild),
    command('goal.set', cases, ...ofPlan),
    command('goal.accept', cases, ...ofPlan),
    command('goal.leave', cases, ...ofPlan),
    command('goal.add-option', cases, ...ofPlan),
    command('goal.add-action', cases, ...ofPlan),
    command('goal.move-action', cases, ...ofPlan),
    command('conversation.record', cases, ...ofPlan),
    command('observation.offer', persons(['psychologist']), ...inCourse),
    command('video.register', cases, ...inCourse),
    command('privacy-notice.record', cases, ...handsOn),
    look('relation.list', casesAndLead, [...toFamily, 'lead']),
    command('relation.set', relationKeepers, ...ties),
    command('relation.end', casesAndLead, ...ties),
    { ...command('clearance.give', lead, 'lead'), ...secondPerson },
    { ...command('clearance.end', lead, 'lead'), ...secondPerson },
    command('basis.record', cases, 'sender', ...toFamily),
    command('basis.add-consent', cases, 'sender', ...toFamily),
    look('basis.read', register, toRegister, 'basis.entry'),
    look('basis.list', register, toRegister, 'basis.entry'),
  ],
} as const satisfies Record<string, readonly DecidableAct[]>;

export type ResourceType = keyof typeof decidableActs;

export const isResourceType = (type: string): type is ResourceType => Object.hasOwn(decidableActs, type);

export const actsOn = (type: string): readonly DecidableAct[] => (isResourceType(type) ? decidableActs[type] : []);

export const findAct = (type: string, name: string): DecidableAct | undefined =>
  actsOn(type).find(({ act }) => act === name);
