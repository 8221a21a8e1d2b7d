import { newId } from '@helhed/kernel';
import type { Cell } from '../matrix/cells.js';
import { send, type Got } from '../matrix/world/http.js';
import type { Place } from '../matrix/world/make-world.js';

export interface Compared {
  readonly route: string;
  readonly requests: number;
  /** Milliseconds, of the same requests in turn. */
  readonly outOfReach: number;
  readonly notThere: number;
  /** What tells the one from the other, beside the time. */
  readonly told: readonly string[];
}

/** Headers that name one request. */
const ofTheRequest = new Set(['date', 'x-request-id', 'traceparent', 'etag', 'content-length']);

/** Of one route: what is there and out of reach, beside what is not there, by turns. */
export async function compare({ platform }: Place, cell: Cell, requests: number): Promise<Compared> {
  const { row, probe, actor } = cell;
  const target = probe.target ?? '';
  const times: Record<'outOfReach' | 'notThere', number[]> = { outOfReach: [], notThere: [] };
  const told = new Set<string>();
  for (let turn = 0; turn < requests; turn++) {
    const nothing = newId();
    const answers: Got[] = [];
    // whichever is first in a turn is not always the same one
    const kinds = turn % 2 === 0 ? (['outOfReach', 'notThere'] as const) : (['notThere', 'outOfReach'] as const);
    for (const kind of kinds) {
      const path = kind === 'notThere' ? probe.path.replace(target, nothing) : probe.path;
      const body = typeof probe.body === 'function' ? (probe.body as () => unknown)() : probe.body;
      const token = await actor.token?.();
      const begun = performance.now();
      const got = await send(platform.url, {
        method: row.method,
        path,
        token,
        header: actor.asker.header,
        body,
        ifMatch: probe.ifMatch,
      });
      times[kind].push(performance.now() - begun);
      answers.push(got);
    }
    const [a, b] = answers as [Got, Got];
    for (const [what, of] of Object.entries(looks))
      if (of(a, [target, nothing]) !== of(b, [target, nothing]))
        told.add(`${what}: ${of(a, [target, nothing])} and ${of(b, [target, nothing])}`);
  }
  return {
    route: `${row.method} ${row.path}`,
    requests,
    outOfReach: median(times.outOfReach),
    notThere: median(times.notThere),
    told: [...told],
  };
}

const looks: Record<string, (got: Got, ids: readonly string[]) => string> = {
  status: ({ status }) => String(status),
  headers: ({ headers }) =>
    [...headers.keys()]
      .filter((name) => !ofTheRequest.has(name))
      .toSorted()
      .join(),
  body: ({ body }, ids) => ids.reduce((text, id) => text.replaceAll(id, 'ID'), shape(body)),
};

/** All of a problem but what names the one request. */
function shape(body: Record<string, unknown>): string {
  const { instance: _instance, requestId: _id, traceId: _trace, ...rest } = body;
  return JSON.stringify(rest);
}

const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100;
};
