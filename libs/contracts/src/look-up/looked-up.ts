import type { Text } from '@helhed/kernel';
import { z } from 'zod';
import { defineEvent, type Context, type EventContract } from '../event-contract.js';
import { id, instant } from '../fields.js';

/** The order key of a service's look-ups: one for all of them, so that a number left out is noticed. */
export const lookUpsKey = 'look-ups';

// what a token or a definition says is not judged here: an odd code must not keep the rows after it from being sent
const said = z.string().max(300);

/** What was shown of these subjects of a row. Each is in one of them at most; of one that is in none, nothing was shown. */
const shown = z.strictObject({
  subjects: z.array(id).min(1),
  purposes: z.array(said),
  categories: z.array(said),
  bases: z.array(said),
});

/**
 * One row of a service's access log: who (by pseudonym), in which unit and function, did what, about whom, why and on which
 * basis; and what of that is which subject's own. Rows from before it was told apart have no `shown`.
 */
export const lookUp = z.strictObject({
  id,
  at: instant,
  kind: z.enum(['command', 'look']),
  act: said,
  subjects: z.array(id),
  actor: z.enum(['person', 'citizen', 'system', 'service', 'operator', 'secret-link']),
  sub: said,
  azp: said,
  unit: said.nullable(),
  function: said.nullable(),
  purposes: z.array(said),
  categories: z.array(said),
  bases: z.array(said),
  shown: z.array(shown).optional(),
  refused: z.boolean(),
});
export type LookUp = z.infer<typeof lookUp>;

/** Rows of one service, in the order of its own numbers, which have no gap: the first has `from`, the next `from + 1`. */
export interface LookedUp {
  readonly orderKey: typeof lookUpsKey;
  readonly from: number;
  readonly rows: readonly LookUp[];
}

const description: Text = {
  da: 'Opslag og ændringer, som tjenesten har noteret; pseudonymer, koder og tidspunkter, til samtykkes register.',
  en: 'Looks and changes that the service noted; pseudonyms, codes and times, for the register of consent.',
};

const lookedUpIn = (context: Context): EventContract<LookedUp> =>
  defineEvent({
    context,
    name: 'looked-up',
    version: 1,
    orderKey: 'orderKey',
    description,
    data: { orderKey: z.literal(lookUpsKey), from: z.int().positive(), rows: z.array(lookUp).min(1).max(1_000) },
  });

/** Consent owns the register and appends its own looks to it without an event. */
export const lookedUp: readonly EventContract<LookedUp>[] = [
  lookedUpIn('referral'),
  lookedUpIn('family-plan'),
  lookedUpIn('scheduling'),
  lookedUpIn('reporting'),
];

/** The event by which a service ships its log; undefined for consent. */
export const lookedUpBy = (context: Context): EventContract<LookedUp> | undefined =>
  lookedUp.find((each) => each.context === context);
