import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

type Answers = (response: ServerResponse, heard: Heard) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answers =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** The head and half a body, and then the connection is gone. */
export const brokenOff: Answers = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"half":');
  setTimeout(() => response.destroy(), 10);
};

/** A server that answers what it was told to, in that order, and remembers what it was asked. */
export class ScriptedServer {
  readonly heard: Heard[] = [];
  #answers: Answers[] = [];
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const heard = { method, path, headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
      this.heard.push(heard);
      (this.#answers.shift() ?? json(500, { type: '/problems/not-told' }))(response, heard);
    });
  });

  async start(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  answers(...answers: Answers[]): void {
    this.heard.length = 0;
    this.#answers = answers;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
