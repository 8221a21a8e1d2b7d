import type { ProgrammeDefinition } from '@helhed/contracts';
import { Refused } from './refused.js';
import type { Actor } from './tokens.js';

/** What a yardstick's query says of the referral and of who asks. */
export interface Reach {
  /** The actor's unit triages it, or no unit does yet. */
  readonly reached: boolean;
  /** One of its persons is the actor, or a relative. */
  readonly barred: boolean;
  /** One of its persons works in the actor's unit, and nobody gave the actor leave. */
  readonly colleague: boolean;
  /** Categories of recorded bases in force that cover all of its persons. */
  readonly granted: readonly string[];
}

const purpose = 'triage';
const shown = { content: 'referral-content', triage: 'referral-triage', outcome: 'referral-outcome' } as const;
type Section = keyof typeof shown;

/**
 * The sections of a referral that a triager is shown, by the programme's standing bases and by recorded ones: the rules that
 * the service decides by, for this one relation.
 * @param today ISO date in the municipality's time
 */
export function shownToTriage(actor: Actor, definition: ProgrammeDefinition, reach: Reach, today: string): Section[] {
  if (actor.function !== 'triager') throw new Refused(403, 'not-allowed');
  if (!reach.reached) throw new Refused(404, 'not-found');
  if (reach.barred || reach.colleague) throw new Refused(403, 'own-record');
  const standing = (definition.purposes?.[purpose]?.standing ?? []).filter(
    ({ relation, layer, validFrom, validTo }) =>
      relation === 'triage' &&
      layer === 'processing' &&
      validFrom <= today &&
      (validTo === undefined || today < validTo),
  );
  const covered = new Set([...standing.flatMap(({ categories }) => categories as string[]), ...reach.granted]);
  return (Object.keys(shown) as Section[]).filter((section) => covered.has(shown[section]));
}

/** The columns of the look's row in the access log, beside who looked. */
export const lookAt = (sections: readonly Section[]) => ({
  act: 'referral.read',
  purposes: [purpose],
  categories: sections.map((section) => shown[section]),
});
