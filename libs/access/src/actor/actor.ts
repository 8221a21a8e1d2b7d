import { DomainError, type MunicipalityCode } from '@helhed/kernel';

export type ActorKind = 'person' | 'citizen' | 'system' | 'service' | 'operator' | 'secret-link';

/** A function is held in a unit, never loose: `db-solsikken:pedagogue`. */
export interface FunctionInUnit {
  readonly unit: string;
  readonly function: string;
}

/**
 * Who makes a request. `person`: somebody who signed in; `citizen`: one whose account is linked to a person of a family,
 * and is no employee's; `system`: a department's system; `service`: one of the
 * platform's own; `operator`: who runs the platform; `secret-link`: whoever holds a link's secret.
 */
export interface Actor {
  readonly kind: ActorKind;
  /** @throws DomainError `municipality-required` for an operator who named none, or before a link's secret is checked */
  readonly municipality: MunicipalityCode;
  readonly issuer: string;
  /** Keycloak's id of the person or service account; a pseudonym */
  readonly sub: string;
  /** The client that the token was given to; a service's name for a service */
  readonly azp: string;
  readonly functions: readonly FunctionInUnit[];
  /** The token carries a function pair, be it of a retired unit: an employee's account is never a citizen's */
  readonly employee?: true;
  /** The person that a citizen's account is linked to */
  readonly person?: string;
  /** The function that this request acts in, and its unit; absent where none is held or none was chosen */
  readonly unit?: string;
  readonly function?: string;
}

/** An actor outside any municipality: asking for one is refused, so that no code takes "none" for "all". */
export function outsideMunicipalities(actor: Omit<Actor, 'municipality'>): Actor {
  const outside = { ...actor };
  Object.defineProperty(outside, 'municipality', {
    get: () => {
      throw new DomainError('invalid', 'municipality-required', {
        da: 'Angiv kommunen i headeren Helhed-Municipality.',
        en: 'Name the municipality in the header Helhed-Municipality.',
      });
    },
  });
  return outside as Actor;
}
