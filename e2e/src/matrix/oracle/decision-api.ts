import type { Acting, Asker } from './asker.js';
import type { decide } from './decide.js';
import { pageRows } from './page.js';
import type { Expected, Request } from './request.js';
import type { World } from './world.js';

/** What a body asks the decision API (4.9): of one subject and act, about some things or about all there are. */
export interface Question {
  readonly sub: string;
  readonly pair: string;
  readonly act: string;
  /** Undefined: all referrals. */
  readonly things?: readonly string[];
}

/** A-AZN-02 and 07: everybody asks for themselves, the data protection officer for anybody; the answer is the oracle's own. */
export function evaluated(world: World, who: Acting, request: Request, deciding: typeof decide): Expected | undefined {
  const { asked, otherwise, row } = request;
  if (!asked) return undefined;
  const own = asked.sub === who.sub && asked.pair === `${who.unit}:${who.function}`;
  if (!own && who.function !== 'data-protection-officer')
    return { status: 403, problem: 'subject-not-self', rule: 'A-AZN-02' };
  const answered = { status: otherwise.status, rule: 'A-AZN-07' };
  const asking: Asker = {
    token: 'good',
    kind: 'person',
    sub: asked.sub,
    municipality: world.municipality,
    pairs: [asked.pair],
  };
  const about = pageRows().find(({ act, page }) => act === asked.act && !page);
  if (!about || who.municipality !== world.municipality) return answered;
  const isAllowed = (target: string): boolean => {
    const { status, shown = [] } = deciding(world, { row: about, asker: asking, target, otherwise: { status: 200 } });
    return status === 200 && (about.log === 'C' || shown.length > 0);
  };
  if (asked.things) return { ...answered, decisions: asked.things.map(isAllowed) };
  if (!row.path.endsWith('/resource')) return answered;
  return { ...answered, found: world.referrals.map(({ id }) => id).filter(isAllowed) };
}
