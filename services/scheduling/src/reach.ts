import type { Actor, Allowed } from '@helhed/access';
import { DomainError } from '@helhed/kernel';

/** A programme lead plans for the whole municipality; the others for their own unit. */
export const reachesAll = (actor: Actor): boolean => actor.function === 'programme-lead';

export const reaches = (actor: Actor, unit: string): boolean => reachesAll(actor) || actor.unit === unit;

/** Who runs groups and who plans them. */
export const planners: readonly Allowed[] = [
  { kind: 'person', functions: ['group-leader'], unit: 'own' },
  { kind: 'person', functions: ['programme-lead'] },
];

/** Who hands families their calendar. */
export const calendarKeepers: readonly Allowed[] = [
  ...planners,
  { kind: 'person', functions: ['family-coordinator'], unit: 'own' },
];

/** Who runs a group's sessions. */
export const groupLeaders: readonly Allowed[] = [{ kind: 'person', functions: ['group-leader'], unit: 'own' }];

export const caseWorkers: readonly Allowed[] = [{ kind: 'person', functions: 'case' }];

/** 403: for another unit than one's own. */
export const foreignUnit = (): DomainError =>
  new DomainError(
    'forbidden',
    'foreign-unit',
    { da: 'Det hører til en anden enhed end din.', en: 'It belongs to another unit than yours.' },
    [
      {
        field: 'unit',
        rule: 'foreign-unit',
        message: { da: 'En anden enhed end din.', en: 'Another unit than yours.' },
      },
    ],
  );
