import type { Context } from '@helhed/contracts';
import type { Held, LooksWorld } from './looks-world.js';
import type { Look } from './other-looks.js';
import { asOwner } from './register.js';

/** While a service cannot write its log: as when its disk is full, though it reads all it has. */
export async function withoutLog({ platform, code }: LooksWorld, service: Context, work: () => Promise<void>) {
  const { owner } = platform.databases[service];
  const role = `${service.replace('-', '_')}_app`;
  await asOwner(owner, code, `REVOKE INSERT ON helhed.access_log FROM ${role}`);
  try {
    await work();
  } finally {
    await asOwner(owner, code, `GRANT INSERT ON helhed.access_log TO ${role}`);
  }
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export async function look(world: LooksWorld, { as, path, body }: Omit<Look, 'route' | 'notedBy'>, base?: string) {
  const token = await world.as(as)?.();
  const headers = new Headers({ accept: '*/*' });
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (body) headers.set('content-type', 'application/json');
  const answer = await fetch(`${base ?? world.platform.url}${path(world.held)}`, {
    headers,
    ...(body && { method: 'POST', body: JSON.stringify(body(world.held, world)) }),
  });
  return { status: answer.status, text: await answer.text() };
}

/** What an answer has that a refusal has not: nothing, where it is one. */
export function shownIn({ status, text }: Answer, { path, instead }: Look, held: Held): string[] {
  if (instead) return status === 200 && instead.test(text) ? [] : [`${status}, not saying ${String(instead)}`];
  const told = status === 503 ? [] : [String(status)];
  if (text.startsWith('{')) {
    const { type, ...problem } = JSON.parse(text) as { type?: string };
    const beside = Object.keys(problem).filter((name) => !parts.has(name));
    return [...told, ...beside, ...(type?.endsWith('/log-unavailable') ? [] : [String(type)])];
  }
  const ids = Object.values(held).flat() as string[];
  return [...told, ...ids.filter((id) => text.includes(id) && !path(held).includes(id))];
}

/** Of a problem that says nothing of anybody. */
const parts = new Set(['detail', 'details', 'instance', 'status', 'title', 'titles']);
