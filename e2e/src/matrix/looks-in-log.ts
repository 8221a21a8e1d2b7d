import { contexts } from '@helhed/contracts';
import { asOwner } from '../look-log/register.js';
import type { Outcome } from './run.js';
import type { Place } from './world/make-world.js';

/** Of each refusal of which the oracle says whether it is a look: whether it is in the log of its service. */
export async function withLooks(
  { platform, world }: Pick<Place, 'platform' | 'world'>,
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const asked = outcomes.filter(({ cell }) => cell.expected.wrong);
  const there = new Set<string>();
  for (const service of contexts) {
    const requests = asked.flatMap(({ cell, request }) =>
      cell.probe.path.startsWith(`/${service}/`) && request !== undefined ? [request] : [],
    );
    if (requests.length === 0) continue;
    const rows = await asOwner<{ request: string }>(
      platform.databases[service].owner,
      world.municipality,
      `SELECT request_id AS request FROM helhed.access_log WHERE request_id = ANY ($1) AND kind = 'look' AND NOT refused`,
      [requests],
    );
    for (const { request } of rows) there.add(request);
  }
  return outcomes.map((outcome) => {
    const { wrong } = outcome.cell.expected;
    if (!wrong || outcome.wrong !== undefined) return outcome;
    if (outcome.request === undefined) return { ...outcome, wrong: 'a refusal without a number' };
    const isLook = there.has(outcome.request);
    return isLook === wrong.look ? outcome : { ...outcome, wrong: `${isLook ? 'is' : 'is not'} in the log as a look` };
  });
}
