import type { MunicipalityCode } from '@helhed/kernel';
import type { Actor } from './actor.js';

/** The person that an account of the municipality's realm is linked to today, if any. */
export type FindLinked = (municipality: MunicipalityCode, sub: string) => Promise<string | undefined>;

/** Tells a citizen from a person: asked at each request, so that a link that ends is no use from then on. */
export class Citizens {
  constructor(private readonly findLinked?: FindLinked) {}

  async find(actor: Actor): Promise<Actor> {
    if (actor.kind !== 'person' || actor.employee) return actor;
    const person = await this.findLinked?.(actor.municipality, actor.sub);
    return person === undefined ? actor : { ...actor, kind: 'citizen', person };
  }
}
