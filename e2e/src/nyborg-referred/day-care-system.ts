import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Helhed, referral } from '@helhed/client';
import { WebhookLibrary, type SignedMessage } from '@helhed/testing';
import { whatHadComeIsRead } from '../races/outlet.js';
import type { Asked } from '../story/asked.js';
import { eventually, orDone, type Api, type Caller } from '../story/api.js';
import { mustEqual, StoryFailed } from '../story/must.js';
import { lineOf, type OracleOfTold, type Told } from './oracle-of-told.js';

/** What each attempt is in the register of looks. */
export const deliverAct = 'change.deliver';

/** A system renews in good time: of the 30 days that it may take. */
const renewedAfterMs = 25 * 86_400_000;

interface Place {
  readonly api: Api;
  readonly as: Caller;
}

/** The day care's own system, told by webhook: it verifies each message with the standard's reference library, and keeps what it says. */
export class DayCareSystem {
  /** By the message's own number: the same one may come twice. */
  readonly #told = new Map<string, Told>();
  readonly #refused = new Map<string, Told>();
  /** Of which referral each attempt was, in order. */
  readonly #sent: string[] = [];
  readonly #faults: string[] = [];
  readonly #client: Helhed;
  #isDownFor: string | undefined;
  #secret = '';
  #id = '';

  private constructor(
    private readonly place: Place,
    private readonly server: Server,
    private readonly library: WebhookLibrary,
    private renewedAt: Date,
  ) {
    this.#client = place.api.client(place.as);
    server.on('request', (request, response) => {
      void this.#take(request).then(
        (status) => response.writeHead(status).end(),
        // whoever sent it was killed
        () => response.destroy(),
      );
    });
  }

  static async register(place: Place, now: Date): Promise<DayCareSystem> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const system = new DayCareSystem(place, server, WebhookLibrary.start(), now);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/helhed`;
    // the secret is told once: where its answer was lost, another webhook has another
    while (system.#secret === '') {
      if (system.#id !== '') await system.end();
      const { body } = await system.#client.post('/referral/v1/webhooks', { body: { url } });
      [system.#secret, system.#id] = [body.secret ?? '', body.id];
    }
    return system;
  }

  /** Before the municipality's clock is set: it is renewed as often as the time that goes by asks for. */
  async renewUntil(at: Date, setTime: (instant: Date) => Promise<void>): Promise<void> {
    while (at.getTime() - this.renewedAt.getTime() > renewedAfterMs) {
      this.renewedAt = new Date(this.renewedAt.getTime() + renewedAfterMs);
      await setTime(this.renewedAt);
      await this.#renew();
    }
  }

  /** It answers nothing about a referral any more, so that it will be told again; of none where none is named. */
  isDownFor(referral: string | undefined): void {
    this.#isDownFor = referral;
  }

  /** Something about it was sent, and is to be sent again. */
  async hasWaiting(referral: string): Promise<void> {
    const waiting = () => Promise.resolve([...this.#refused.values()].filter((told) => told.referral === referral));
    await eventually('a message that is to be sent again', waiting, (found) => found.length > 0);
  }

  /** How often something about a referral was sent, whatever it was answered. */
  async sentOf(referral: string): Promise<number> {
    await whatHadComeIsRead();
    return this.#sent.filter((each) => each === referral).length;
  }

  /** Each message verified; of each referral what has happened and no more, and all that must be told. */
  async hasHeard(oracle: OracleOfTold, withinMs = 200_000): Promise<number> {
    const must = oracle.must();
    const missing = () => {
      const told = new Set([...this.#told.values()].map(lineOf));
      return Promise.resolve(must.filter((line) => !told.has(line)));
    };
    await eventually('all that the day care’s system is to be told', missing, (left) => left.length === 0, withinMs);
    mustEqual(this.#faults, [], 'each message verified, with id and type and nothing else');
    const count = (types: readonly string[], type: string) => types.filter((each) => each === type).length;
    const all = [...this.#told.values()];
    const beyond = all.filter(({ referral, type }) => {
      const told = all.filter((each) => each.referral === referral).map((each) => each.type);
      return count(told, type) > count(oracle.may(referral), type);
    });
    mustEqual(beyond, [], 'nothing is told that has not happened, and nothing twice');
    // what was decided against, and what was sent again, is a look too
    await this.#note(0, oracle.count - this.#told.size + this.#refused.size);
    return this.#told.size;
  }

  async end(): Promise<void> {
    const { id, version } = await this.#own();
    await orDone(this.#client.post('/referral/v1/webhooks/{id}:end', { path: { id }, ifMatch: version }));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await Promise.all([once(this.server, 'close'), this.library.stop()]);
  }

  async #renew(): Promise<void> {
    const { id, version } = await this.#own();
    await orDone(this.#client.post('/referral/v1/webhooks/{id}:renew', { path: { id }, ifMatch: version }));
  }

  async #own(): Promise<referral.Webhook> {
    for await (const each of this.#client.items('/referral/v1/webhooks')) if (each.id === this.#id) return each;
    throw new StoryFailed('the system finds no webhook of its own');
  }

  /** @returns the status that it is answered with */
  async #take(request: IncomingMessage): Promise<number> {
    const message: SignedMessage = { body: await text(request), headers: request.headers };
    const { type, data, ...more } = JSON.parse(message.body) as { type: string; data: { id: string } };
    const { id: referral, ...others } = data;
    this.#sent.push(referral);
    await this.#note(200, 0);
    const said = await this.library.verify(this.#secret, message);
    if (said !== 'verified') this.#faults.push(said);
    this.#faults.push(...Object.keys({ ...more, ...others }));
    const of = referral === this.#isDownFor ? this.#refused : this.#told;
    of.set(String(request.headers['webhook-id']), { referral, type });
    return of === this.#refused ? 503 : 204;
  }

  /** Each attempt is a look of the system's own. */
  async #note(status: number, unsure: number): Promise<void> {
    const { api, as } = this.place;
    const entry: Asked = {
      method: 'POST',
      path: '',
      token: await as(),
      status,
      unsure,
      body: undefined,
      act: deliverAct,
    };
    api.asked.push(entry);
  }
}
