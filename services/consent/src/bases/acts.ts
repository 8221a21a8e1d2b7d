import type { Act, Relation, SectionName } from '@helhed/access';

const entry = ['basis.entry'] as const;
const withEvidence = ['basis.entry', 'basis.evidence'] as const;
export const toFamily: readonly Relation[] = [
  'triage',
  'sender',
  'group',
  'coordinator',
  'team',
  'contact',
  'follow-up',
  'partner',
  'institution',
];
const toRegister: readonly Relation[] = ['register', 'triage', 'coordinator'];

const change = (act: string, relations: readonly Relation[], sections: readonly SectionName[] = entry): Act => ({
  act,
  mode: 'write',
  relations,
  sections,
});
const look = (act: string, relations: readonly Relation[], sections: readonly SectionName[] = withEvidence): Act => ({
  act,
  mode: 'read',
  relations,
  sections,
});

/** The routes of bases, by which relations each reaches, and what it shows: docs/access.md, 4.6. */
export const acts = {
  record: change('basis.record', toFamily, withEvidence),
  read: look('basis.read', toRegister),
  list: look('basis.list', toRegister),
  addConsent: change('basis.add-consent', toFamily),
  withdraw: change('basis.withdraw', ['register', ...toFamily]),
  renew: change('basis.renew', toFamily),
  end: change('basis.end', ['register']),
  receipt: look('basis.receipt', [...toRegister, 'own', 'custody'], entry),
  renewals: look('renewal.list', ['register'], entry),
  ownList: look('basis.own-list', ['own', 'custody']),
} as const;
