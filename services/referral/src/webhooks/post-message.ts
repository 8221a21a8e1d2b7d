import { lookup } from 'node:dns/promises';
import { request } from 'node:http';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { once } from 'node:events';
import type { Networks } from './networks.js';

/** From the first packet to the answer's head, milliseconds. */
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

/**
 * Sends one message, and nothing where `mayBegin` throws: it is asked with the connection made, right before the first
 * byte. The name is resolved once and the connection made to that very address, so that no second answer of a name
 * server leads elsewhere; no redirect is followed, no proxy asked, and the answer's body not read.
 * @returns the answer's status
 * @throws Unreachable where an address is not one of `networks`
 */
export async function postMessage(posted: Posted, networks: Networks, mayBegin: () => void): Promise<number> {
  const signal = AbortSignal.timeout(answeredWithinMs);
  const url = new URL(posted.url);
  const socket = await connect(url, networks, signal);
  try {
    mayBegin();
    const sending = request({
      method: 'POST',
      host: url.host,
      path: url.pathname + url.search,
      headers: { ...posted.headers, host: url.host, 'content-length': Buffer.byteLength(posted.body) },
      createConnection: () => socket,
      signal,
    });
    // cut once it was answered
    sending.on('error', () => undefined).end(posted.body);
    const [{ statusCode = 0 }] = (await once(sending, 'response', { signal })) as [{ statusCode?: number }];
    return statusCode;
  } finally {
    socket.destroy();
  }
}

async function connect(url: URL, networks: Networks, signal: AbortSignal): Promise<Socket> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const plainly = url.protocol === 'http:';
  const address = await resolve(name, (found) =>
    plainly ? networks.mayReachPlainly(found) : networks.mayReach(found),
  );
  const port = Number(url.port || (plainly ? 80 : 443));
  const at = { host: address, port, signal };
  const socket = plainly
    ? connectPlainly(at)
    : connectSecurely({ ...at, ...(isIP(name) === 0 && { servername: name }), ALPNProtocols: ['http/1.1'] });
  try {
    await once(socket, plainly ? 'connect' : 'secureConnect', { signal });
  } catch (error) {
    socket.destroy();
    throw error;
  }
  // what breaks later ends the request, which tells of it
  socket.on('error', () => undefined);
  return socket;
}

/** Each address of the name must be allowed: one that is not would be the next that it is resolved to. */
async function resolve(name: string, mayReach: (address: string) => boolean): Promise<string> {
  const found = await lookup(name, { all: true });
  const [first] = found;
  if (!first || !found.every(({ address }) => mayReach(address))) throw new Unreachable('the address is not allowed');
  return first.address;
}
