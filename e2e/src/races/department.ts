import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DueChanges } from './due-changes.js';
import type { Family } from './family.js';
import { patienceMs } from './give-and-withdraw.js';
import { webhookAttempt } from './kinds.js';
import { unasked, whatHadComeIsRead, type Outlet, type Sent } from './outlet.js';
import type { RacesWorld } from './races-world.js';

/** As many at a time as an instance begins of one webhook, and some that wait. */
const provoked = 6;
/** Longer than an instance is stopped: what it had begun it sends when it goes on, and is judged. */
const settledWithinMs = 8_000;

/** A department's system that is told by webhook, in the process of the races and by its clock. */
export class Department implements Outlet {
  readonly kind = webhookAttempt;
  readonly #firstBytes = new WeakMap<Socket, number>();
  /** By referral: when the first byte of each attempt was there. */
  readonly #arrived = new Map<string, number[]>();
  /** Referrals of which something is kept due until the answer comes, however long it takes. */
  readonly #kept = new Set<string>();
  readonly #changes: DueChanges;

  private constructor(
    private readonly server: Server,
    { platform, municipality }: RacesWorld,
  ) {
    this.#changes = new DueChanges(platform.databases.referral, municipality.made.code);
    server.on('connection', (socket: Socket) =>
      socket.once('data', () => this.#firstBytes.set(socket, performance.now())),
    );
    server.on('request', async (request: IncomingMessage, response) => {
      const at = this.#firstBytes.get(request.socket) ?? performance.now();
      const thing = await thingOf(request);
      if (thing !== undefined) this.#arrived.set(thing, [...this.#of(thing), at]);
      response.writeHead(204).end();
    });
  }

  /** @param world whose services may send to a loopback: WEBHOOK_NETWORKS */
  static async listen(world: RacesWorld): Promise<Department> {
    const server = createServer();
    const department = new Department(server, world);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/helhed`;
    await world.api.post('/referral/v1/webhooks', { as: world.as('dagtilbud-system'), body: { url } });
    return department;
  }

  readonly #of = (referral: string): readonly number[] => this.#arrived.get(referral) ?? [];

  async untilTold({ referralId }: Family): Promise<void> {
    const before = this.#of(referralId).length;
    for (const until = performance.now() + patienceMs; ;) {
      await this.#changes.note(referralId, 1);
      if (await this.#arrivesMore(referralId, before, 3_000)) return;
      if (performance.now() > until) throw new Error(`${this.kind.name} did not come in ${patienceMs / 1_000} s`);
    }
  }

  async provoke({ referralId }: Family, random: () => number): Promise<void> {
    const before = this.#of(referralId).length;
    await this.#changes.note(referralId, provoked);
    void this.#keepDue(referralId);
    // in half of the rounds they are withdrawn from as the first arrives, and the others of its turn are under way
    if (random() >= 0.5) return;
    await this.#arrivesMore(referralId, before, 3_000);
  }

  async answered({ referralId }: Family): Promise<() => Promise<Sent>> {
    const answeredAt = await whatHadComeIsRead();
    this.#kept.delete(referralId);
    // what waited is dropped with the withdrawal, so the answer is followed by what must be decided on after it
    await this.#changes.note(referralId, provoked);
    const due = await this.#changes.due(referralId);
    return async () => {
      const left = await this.#settled(referralId);
      // due, and there no more: it was decided on since
      const decided = Math.max(0, due - left);
      const { service: instance } = this.kind;
      const found = (times: number, status: number) =>
        Array.from({ length: times }, () => ({ instance, seen: unasked(answeredAt + 1, status), shows: false }));
      const arrived = this.#of(referralId).map((at) => ({ instance, seen: unasked(at, 200), shows: true }));
      this.#arrived.delete(referralId);
      return { answeredAt, reads: [...arrived, ...found(decided, 200), ...found(due - decided, 503)] };
    };
  }

  async close(): Promise<void> {
    this.#kept.clear();
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
    await this.#changes.close();
  }

  async #keepDue(referral: string): Promise<void> {
    this.#kept.add(referral);
    for (; this.#kept.has(referral); await pause(200)) {
      const missing = provoked - (await this.#changes.due(referral));
      if (missing > 0 && this.#kept.has(referral)) await this.#changes.note(referral, missing);
    }
  }

  async #arrivesMore(referral: string, than: number, withinMs: number): Promise<boolean> {
    for (const until = performance.now() + withinMs; this.#of(referral).length <= than; await pause(1))
      if (performance.now() > until) return false;
    return true;
  }

  /** Once nothing is due or under way. @returns how many are left: undecided, for lack of a lease, they wait for half a minute */
  async #settled(referral: string): Promise<number> {
    for (const until = performance.now() + settledWithinMs; ; await pause(100)) {
      const { open, left } = await this.#changes.waiting(referral);
      if (open === 0 || performance.now() > until) return left;
    }
  }
}

async function thingOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // whoever sent it was killed
    return undefined;
  }
  return (JSON.parse(Buffer.concat(chunks).toString('utf8')) as { data: { id: string } }).data.id;
}
