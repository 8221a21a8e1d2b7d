import { asserted, otherKind } from './asserted.js';
import { as, matched, triagerIn } from './families.js';
import { nyborg, type World } from './world.js';

export type MatchedFamily = ReturnType<typeof matched>;

/** What the specs of single exchanges do, for whatever kind of meeting uses one up. */
export const exchangesIn = (world: () => World) => ({
  async known(): Promise<MatchedFamily> {
    const family = matched();
    await world().hear(...family.events);
    return family;
  },
  exchange: (family: MatchedFamily, meeting: string, followUpMeeting?: string) =>
    as(triagerIn(nyborg), (actor) =>
      world().recordBasis.run(
        actor,
        asserted(family, { ...otherKind['single-exchange'], meeting, ...(followUpMeeting ? { followUpMeeting } : {}) }),
      ),
    ),
  get: (id: string) => as(triagerIn(nyborg), (actor) => world().bases.get(actor, id)),
});
