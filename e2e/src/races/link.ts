import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** The network between one process and an address, which can be cut for that process alone, or lead elsewhere. */
export class Link {
  readonly #open = new Set<Socket>();
  #isCut = false;

  private constructor(
    private readonly server: Server,
    private to: URL,
  ) {
    server.on('connection', (near) => {
      if (this.#isCut) return void near.destroy();
      const far = connect(Number(this.to.port), this.to.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(one);
        one.on('error', () => other.destroy()).on('close', () => this.#open.delete(one) && other.destroy());
        one.pipe(other);
      }
    });
  }

  static async to(url: string): Promise<Link> {
    const server = createServer();
    const link = new Link(server, new URL(url));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return link;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  /** From now on it leads there; what was open is cut. */
  switchTo(url: string): void {
    this.cut();
    this.to = new URL(url);
    this.mend();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
