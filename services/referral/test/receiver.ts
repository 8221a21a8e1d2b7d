import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** A department's system that is told by webhook: what it got, and what it answers. */
export class Receiver {
  readonly received: Received[] = [];
  /** Connections, also those on which nothing came */
  connections = 0;
  /** Each by a status, or none until it is set free */
  answer: (received: Received) => number | Promise<number> = () => 204;
  location: string | undefined;

  private constructor(private readonly server: Server) {}

  static async listen(port = 0): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('connection', () => (receiver.connections += 1));
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const received = { body: Buffer.concat(chunks).toString('utf8'), headers: request.headers };
      receiver.received.push(received);
      const location = receiver.location === undefined ? {} : { location: receiver.location };
      response.writeHead(await receiver.answer(received), location).end();
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/helhed`;
  }

  get types(): string[] {
    return this.received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
