import type { World } from './world.js';

export type Kind = 'person' | 'citizen' | 'system' | 'service' | 'operator';

/** Who sends a request, with what its token says. */
export interface Asker {
  /** `none`: no token; `refused`: one that is not good; `link`: the secret in the address. */
  readonly token: 'none' | 'refused' | 'good' | 'link';
  readonly kind?: 'person' | 'system' | 'service' | 'operator';
  readonly sub?: string;
  /** A service's name. */
  readonly name?: string;
  /** The realm's municipality; an operator's is the one it names. */
  readonly municipality?: string;
  readonly pairs?: readonly string[];
  /** `Helhed-Function`, where it is sent. */
  readonly header?: string;
}

/** Whom the decision is about, after step 2. */
export interface Acting {
  readonly kind: Kind;
  readonly sub: string;
  readonly name?: string | undefined;
  readonly municipality?: string | undefined;
  /** Set once the request has its one pair. */
  readonly unit?: string;
  readonly function?: string;
  /** It stands for whoever holds its pair: A-AZN-06. */
  readonly anybody?: true;
  /** A citizen's linked person. */
  readonly person?: string;
  /** Held in units that are not retired. */
  readonly pairs: readonly string[];
  /** In the token, whatever became of their units. */
  readonly claimed: readonly string[];
}

export interface Refusal {
  readonly status: number;
  readonly problem: string;
  readonly rule: string;
}

const pair = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const refuse = (status: number, problem: string, rule: string): Refusal => ({ status, problem, rule });

/** Section 5, steps 1 and 2, of a route that wants a token. */
export function askedBy(world: World, asker: Asker): Acting | Refusal {
  if (asker.token === 'none') return refuse(401, 'token-missing', 'A-TOK-02');
  if (asker.token === 'refused') return refuse(401, 'token-refused', 'A-TOK-03');
  if (asker.header !== undefined && !pair.test(asker.header)) return refuse(400, 'function-invalid', 'A-FUN-01');
  const known = (each: string) => pair.test(each);
  const live = (each: string) => !world.units.find(({ code }) => code === each.split(':')[0])?.retired;
  const named = (asker.pairs ?? []).filter(known);
  const held = named.filter(live);
  if (asker.header !== undefined && !held.includes(asker.header)) return refuse(403, 'function-not-held', 'A-FUN-02');
  const chosen = asker.header ?? (held.length === 1 ? held[0] : undefined);
  if (asker.kind === 'operator' && asker.municipality !== world.municipality)
    return refuse(400, 'municipality-unknown', 'A-FUN-03');
  const [unit, name] = chosen?.split(':') ?? [];
  // a pair of a retired unit makes nobody a citizen
  const person = asker.kind === 'person' && named.length === 0 ? world.links[asker.sub ?? ''] : undefined;
  return {
    kind: person === undefined ? (asker.kind ?? 'person') : 'citizen',
    sub: asker.sub ?? '',
    name: asker.name,
    municipality: asker.municipality,
    pairs: held,
    claimed: named,
    ...(unit !== undefined && name !== undefined && { unit, function: name }),
    ...(person !== undefined && { person }),
  };
}

export const isRefusal = (found: Acting | Refusal): found is Refusal => 'status' in found;
