import type { AccessDeclaration } from '@helhed/access';

type Allow = AccessDeclaration['allow'];

export const caseWorkers: Allow = [{ kind: 'person', functions: 'case' }];
export const caseOrLead: Allow = [...caseWorkers, { kind: 'person', functions: ['programme-lead'] }];
export const triagers: Allow = [{ kind: 'person', functions: ['triager'] }];
export const triageOrLead: Allow = [{ kind: 'person', functions: ['triager', 'programme-lead'] }];

/** Who refers; the programme's definition names the functions. */
export const senders: Allow = [
  { kind: 'person', functions: 'any', unit: 'own' },
  { kind: 'system', functions: ['referrer'], unit: 'own' },
];

/** A department's system, which writes and takes its own feed (A-SYS-02). */
export const systems: Allow = [{ kind: 'system', functions: ['referrer'], unit: 'own' }];

/** Its unit's own system, and whoever is administrator, of all of them. */
export const webhookKeepers: Allow = [...systems, { kind: 'person', functions: ['administrator'] }];
