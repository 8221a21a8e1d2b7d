import { monotonicMs } from '@helhed/kernel';
import { request } from 'node:http';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { once } from 'node:events';
import { Names } from './names.js';
import type { Networks } from './networks.js';

/** From the question for its addresses to the answer's head, milliseconds. */
const answeredWithinMs = 10_000;

/** The address is none that a message is sent to; nothing was. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Steps {
  /** Asked with the connection made, right before the first byte: nothing is sent where it throws */
  mayBegin(): void;
  /** The last byte was handed over; the answer is still to come */
  handedOver(): void;
}

/** The process's. */
const ofProcess = new Names();

/**
 * Sends one message. The name is resolved once and the connection made to one of those very addresses, so that no second
 * answer of a name server leads elsewhere; no redirect is followed, no proxy asked, and the answer's body not read.
 * @returns the answer's status
 * @throws Unreachable where an address is not one of `networks`, NoTurn where the name could not be asked for
 */
export async function postMessage(
  posted: Posted,
  networks: Networks,
  steps: Steps,
  names: Names = ofProcess,
): Promise<number> {
  const until = monotonicMs() + answeredWithinMs;
  const signal = AbortSignal.timeout(answeredWithinMs);
  const url = new URL(posted.url);
  const addresses = await allowedAddresses(url, networks, (name) => names.resolve(name, signal));
  const socket = await connect(url, addresses, until);
  try {
    steps.mayBegin();
    const sending = request({
      method: 'POST',
      host: url.host,
      path: url.pathname + url.search,
      headers: { ...posted.headers, host: url.host, 'content-length': Buffer.byteLength(posted.body) },
      createConnection: () => socket,
      signal,
    });
    sending.once('finish', () => steps.handedOver());
    // cut once it was answered
    sending.on('error', () => undefined).end(posted.body);
    const [{ statusCode = 0 }] = (await once(sending, 'response', { signal })) as [{ statusCode?: number }];
    return statusCode;
  } finally {
    socket.destroy();
  }
}

const nameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
const isPlain = ({ protocol }: URL): boolean => protocol === 'http:';

/** Each address of the name must be allowed: one that is not would be the next that it is resolved to. */
async function allowedAddresses(
  url: URL,
  networks: Networks,
  resolve: (name: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found = await resolve(nameOf(url));
  const mayReach = (address: string): boolean =>
    isPlain(url) ? networks.mayReachPlainly(address) : networks.mayReach(address);
  if (found.length === 0 || !found.every(mayReach)) throw new Unreachable('the address is not allowed');
  return found;
}

/** To the first that answers, in order. Each has its share of the time that is left. */
async function connect(url: URL, [host = '', ...others]: readonly string[], until: number): Promise<Socket> {
  try {
    return await connectTo(url, host, (until - monotonicMs()) / (1 + others.length));
  } catch (error) {
    if (others.length === 0) throw error;
    return connect(url, others, until);
  }
}

async function connectTo(url: URL, host: string, withinMs: number): Promise<Socket> {
  const [name, plainly] = [nameOf(url), isPlain(url)];
  const at = { host, port: Number(url.port || (plainly ? 80 : 443)) };
  const socket = plainly
    ? connectPlainly(at)
    : connectSecurely({ ...at, ...(isIP(name) === 0 && { servername: name }), ALPNProtocols: ['http/1.1'] });
  // what breaks later ends the request, which tells of it
  socket.on('error', () => undefined);
  try {
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(withinMs)));
    await once(socket, plainly ? 'connect' : 'secureConnect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
