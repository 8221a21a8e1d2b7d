import { createServer } from 'node:net';

// Below the range that Linux and macOS give outgoing connections, so that nobody is handed the port of a
// server that is down for a moment and comes back at the same address.
const [lowest, highest] = [10_240, 32_000];
const given = new Set<number>();

/** A port of the loopback address that was free a moment ago and that this process was not given before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error(`No free port between ${lowest} and ${highest}`);
}

/** Could a server listen there now? */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
