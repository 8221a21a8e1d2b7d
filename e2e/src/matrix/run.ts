import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from './cells.js';
import { cellsOf } from './cells.js';
import { pageDiffers } from './compare-pages.js';
import { differs, lookLists } from './compare.js';
import type { PageRow } from './oracle/page.js';
import { withLooks } from './looks-in-log.js';
import { concurrently, send, type Got } from './world/http.js';
import type { Place } from './world/make-world.js';

export interface Outcome {
  readonly cell: Cell;
  readonly status: number;
  /** What is not as docs/access.md says. */
  readonly wrong?: string;
  /** Of a refusal: the request's number, which its row in the log has too. */
  readonly request?: string;
}

const atOnce = 8;
const mostTries = 5;
const pageSize = 7;
/** Of these lists there are hundreds, and each page that is read is one more. */
const manyLooks = 100;

/** Asks every cell of some rows; a list's pages are all read. */
export async function runRows(place: Place, rows: readonly PageRow[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of rows)
    outcomes.push(
      ...(await withLooks(place, await concurrently(atOnce, cellsOf(row, place), (cell) => ask(place, cell)))),
    );
  return outcomes;
}

export async function ask({ platform, world }: Place, cell: Cell): Promise<Outcome> {
  const { row, probe, actor } = cell;
  const linked = row.who.some(({ kind }) => kind === 'secret-link' || kind === 'everybody');
  const sending = async (path: string): Promise<Got> =>
    send(platform.url, {
      method: row.method,
      path,
      token: linked ? undefined : await actor.token?.(),
      header: actor.asker.header,
      ...(actor.asker.kind === 'operator' && { municipality: actor.asker.municipality ?? world.municipality }),
      body: typeof probe.body === 'function' ? (probe.body as () => unknown)() : probe.body,
      ifMatch: probe.ifMatch,
      accept: probe.accept,
    });
  const asking = async (path: string): Promise<Got> => {
    for (let tries = 1; ; tries++) {
      const got = await sending(path);
      if (got.status >= 500 && got.status !== 503) throw new Error(`${cell.name}: ${got.status} ${got.text}`);
      // on a busy machine a lease may run out before it is renewed: nothing was done, and one is told when to ask again
      if (got.status !== 503 || cell.expected.status === 503 || tries === mostTries) return got;
      await sleep(1_000 * Number(got.headers.get('retry-after') ?? '1'));
    }
  };
  const listed = cell.expected.items !== undefined && row.id !== 'A-SCH-11' && !row.page;
  const path = probe.fresh ? probe.path.replace(probe.target ?? '', await probe.fresh()) : probe.path;
  const limited = listed
    ? `${path}${path.includes('?') ? '&' : '?'}limit=${lookLists.has(row.id) ? manyLooks : pageSize}`
    : path;
  const got = await asking(limited);
  const items = listed && got.status === 200 ? await pages(got, limited, asking) : undefined;
  const wrong = differs(cell, got, items) ?? (isPage(cell) ? pageDiffers(world, cell, got) : undefined);
  const request = /^urn:uuid:(.+)$/.exec(String(got.body['instance']))?.[1];
  return { cell, status: got.status, ...(wrong !== undefined && { wrong }), ...(request && { request }) };
}

/** One that is somebody's: the others say the same to everybody. */
const isPage = ({ row }: Cell): boolean => row.page && !row.who.some(({ kind }) => kind === 'everybody');

type Json = Record<string, unknown>;

async function pages(first: Got, path: string, asking: (path: string) => Promise<Got>): Promise<Json[]> {
  const items = [...((first.body['items'] as Json[]) ?? [])];
  let next = first.body['next'];
  for (let read = 1; typeof next === 'string' && read < 50; read++) {
    const page = await asking(next.startsWith('/') ? next : `${path}&cursor=${encodeURIComponent(next)}`);
    items.push(...((page.body['items'] as Json[]) ?? []));
    next = page.body['next'];
  }
  return items;
}
