import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { testOperator, type TestOperator } from '../municipality/test-operator.js';
import { ownServers, type SharedKeycloak } from '../servers/test-servers.js';

/**
 * Lets jest's workers ask the main process for the run's servers. So Keycloak is started once, and only in
 * runs that have a test which needs it.
 */
export async function startBroker(): Promise<string> {
  const server = createServer((request, response) => {
    // A worker asks again seconds later, and would meet a kept connection just as this end drops it.
    response.setHeader('connection', 'close');
    if (request.url === '/turn') return wait(response);
    const wanted = request.url === '/keycloak' ? keycloak() : ownServers.postgres();
    wanted.then(
      (found) => response.end(JSON.stringify(found)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  // Starting a server may take longer than Node's default patience with a request.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  server.unref();
  return `http://127.0.0.1:${port}`;
}

const waiting: ServerResponse[] = [];
let holder: ServerResponse | undefined;

/** Answered when it is the asker's turn, which lasts as long as the connection: also one that crashes gives it back. */
function wait(response: ServerResponse): void {
  waiting.push(response);
  response.on('close', () => {
    if (holder === response) holder = undefined;
    else waiting.splice(waiting.indexOf(response), 1);
    next();
  });
  next();
}

function next(): void {
  if (holder) return;
  holder = waiting.shift();
  holder?.write('now');
}

let operator: Promise<TestOperator> | undefined;

/** With the operators' realm in it: workers that made or changed it at the same moment would fail in Keycloak's database. */
async function keycloak(): Promise<SharedKeycloak> {
  const found = await ownServers.keycloak();
  const { issuer: operatorIssuer } = await (operator ??= testOperator(found));
  return { ...found, operatorIssuer };
}
