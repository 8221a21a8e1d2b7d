import { HttpConnection, type Answer } from './http-connection.js';

/** Kept connections to one server; a request that finds none free waits for one. */
export class ConnectionPool {
  readonly #free: HttpConnection[];
  readonly #waiting: ((connection: HttpConnection) => void)[] = [];

  private constructor(readonly all: readonly HttpConnection[]) {
    this.#free = [...all];
  }

  static async open(port: number, size: number): Promise<ConnectionPool> {
    return new ConnectionPool(await Promise.all(Array.from({ length: size }, () => HttpConnection.open(port))));
  }

  /** @throws when the answer has another status */
  async send(request: string, status: number): Promise<Answer> {
    const connection =
      this.#free.pop() ?? (await new Promise<HttpConnection>((resolve) => this.#waiting.push(resolve)));
    try {
      const answer = await connection.send(request);
      if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.body}`);
      return answer;
    } finally {
      const next = this.#waiting.shift();
      if (next) next(connection);
      else this.#free.push(connection);
    }
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }
}
