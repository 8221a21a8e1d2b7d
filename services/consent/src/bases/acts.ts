import type { Relation } from '@helhed/access';

/** A route's act, and the relations by which it reaches: docs/access.md, 4.6. */
export interface Act {
  readonly act: string;
  readonly mode: 'read' | 'write';
  readonly relations: readonly Relation[];
}

const toFamily: readonly Relation[] = ['triage', 'sender', 'group', 'coordinator', 'team', 'contact', 'partner'];
const toRegister: readonly Relation[] = ['register', 'triage', 'coordinator'];
const change = (act: string, relations: readonly Relation[]): Act => ({ act, mode: 'write', relations });
const look = (act: string, relations: readonly Relation[]): Act => ({ act, mode: 'read', relations });

export const acts = {
  record: change('basis.record', toFamily),
  read: look('basis.read', toRegister),
  list: look('basis.list', toRegister),
  addConsent: change('basis.add-consent', toFamily),
  withdraw: change('basis.withdraw', ['register', ...toFamily]),
  renew: change('basis.renew', toFamily),
  end: change('basis.end', ['register']),
  receipt: look('basis.receipt', [...toRegister, 'own', 'custody']),
  renewals: look('renewal.list', ['register']),
  ownList: look('basis.own-list', ['own', 'custody']),
} as const;
