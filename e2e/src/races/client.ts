import { Agent, request, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Seen } from './kind.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** An answer with when it was asked for, and when its head and its last byte were there, by this process's monotonic clock. */
export interface Timed extends Seen {
  readonly sentAt: number;
  readonly begunAt: number;
  readonly endedAt: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
// longer than an instance is stopped: what was asked of a stopped one is answered when it goes on, and judged
const timeoutMs = 20_000;

/** One request to one instance, without an edge between that would ask another one. Undefined where no answer came. */
export function ask(base: string, { method, path, token, body, headers: more }: Asked): Promise<Timed | undefined> {
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const none = () => resolve(undefined);
    const headers = {
      ...more,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const sending = request(`${base}${path}`, { agent, method, headers, timeout: timeoutMs }, (response) => {
      const begunAt = performance.now();
      const status = response.statusCode ?? 0;
      collect(response).then((text) => {
        const length = Number(response.headers['content-length'] ?? text.length);
        resolve({ status, length, body: text, sentAt, begunAt, endedAt: performance.now() });
      }, none);
    });
    sending.on('error', none).on('timeout', () => sending.destroy());
    sending.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function collect(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export const closeConnections = (): void => agent.destroy();
