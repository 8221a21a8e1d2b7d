import { setTimeout as pause } from 'node:timers/promises';
import { contexts } from '@helhed/contracts';
import type { Ask } from './operator-api.js';

/** What one page of a service's answer tells of the bases. */
interface Told {
  readonly items: readonly object[];
  readonly next: string | null;
  readonly applied: number;
  readonly waiting: number | null;
}

interface Gathered {
  readonly municipality: string;
  readonly pages: readonly Told[];
}

const others = contexts.filter((context) => context !== 'consent');
const patienceMs = 60_000;

/**
 * Closes the register, and asks every other service what it has heard since what the register stands at. Of what the stream
 * still had, each service must have heard first.
 */
export async function gatherBases(ask: Ask): Promise<Gathered[]> {
  const { municipalities } = await ask<{ municipalities: { municipality: string; since: number }[] }>(
    'POST',
    '/consent/v1/operations/register:close',
  );
  const gathered: Gathered[] = [];
  for (const { municipality, since } of municipalities) {
    const pages = await Promise.all(others.map((service) => gather(ask, service, municipality, since)));
    gathered.push({ municipality, pages: pages.flat() });
  }
  return gathered;
}

async function gather(ask: Ask, service: string, municipality: string, since: number): Promise<Told[]> {
  const page = (cursor?: string) => {
    const query = new URLSearchParams({ municipality, since: String(since), limit: '200', ...(cursor && { cursor }) });
    return ask<Told>('GET', `/${service}/v1/operations/told-bases?${query}`);
  };
  const end = Date.now() + patienceMs;
  let first = await page();
  for (; first.waiting !== 0; first = await page()) {
    if (Date.now() > end)
      throw new Error(`${service} has not heard all that consent told: ${first.waiting ?? 'NATS does not say'}`);
    await pause(1_000);
  }
  const pages = [first];
  for (let last = first; last.next !== null; pages.push(last)) last = await page(last.next);
  return pages;
}

/** @returns of each municipality how many bases were taken back, and how many the register does not know */
export async function takeBackAndOpen(ask: Ask, gathered: readonly Gathered[]): Promise<Record<string, object>> {
  const done: Record<string, object> = {};
  for (const { municipality, pages } of gathered) {
    const counts = { takenBack: 0, unknown: 0 };
    for (const { items: bases, applied: named } of pages) {
      const body = { municipality, named, bases };
      const answer = await ask<typeof counts>('POST', '/consent/v1/operations/register:take-back', body);
      counts.takenBack += answer.takenBack;
      counts.unknown += answer.unknown;
    }
    const { epoch } = await ask<{ epoch: number }>('POST', '/consent/v1/operations/register:open', { municipality });
    done[municipality] = { ...counts, epoch };
  }
  return done;
}
