import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ReferralClosed, TriageStarted, type CloudEvent, type Context } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import type { Handle } from './effect.js';
import { On, OnUnknown, type EventContext } from './event-context.js';
import { JetStreamStrategy, type Consumers } from './jetstream-strategy.js';

const heard: { by: string; event: unknown; context: unknown }[] = [];
const broken = new Error('a reaction that fails');

@Controller()
class WhenTriageStarted {
  @On(TriageStarted)
  async run(event: CloudEvent, context: EventContext): Promise<void> {
    if (event.subject === 'fails') throw broken;
    heard.push({ by: 'one', event, context });
  }
}

@Controller()
class WhenEither {
  @On<unknown>([TriageStarted, ReferralClosed])
  async run(event: CloudEvent<unknown>, context: EventContext): Promise<void> {
    heard.push({ by: 'either', event, context });
  }
}

@Controller()
class WhenUnknown {
  @OnUnknown()
  async run(event: CloudEvent, context: EventContext): Promise<void> {
    heard.push({ by: 'unknown', event, context });
  }
}

@Module({ controllers: [WhenTriageStarted, WhenEither] })
class Knowing {}
@Module({ controllers: [WhenTriageStarted, WhenEither, WhenUnknown] })
class Keeping {}

/** Events by hand, as the consumers of the streams hand them over. */
class ByHand implements Consumers {
  handle: Handle | undefined;
  sources: readonly Context[] | undefined;
  stopped = 0;
  async start(sources: readonly Context[]): Promise<void> {
    this.sources = sources;
  }
  async stop(): Promise<void> {
    this.stopped++;
  }
  use(handle: Handle): void {
    this.handle = handle;
  }
}

const tx = { municipality: '0450' } as unknown as Tx;
const event = (type: string, subject = 'family'): CloudEvent => ({ type, subject }) as CloudEvent;

describe('the reactions of a service, as handlers of Nest', () => {
  const running: INestMicroservice[] = [];
  const start = async (module: object): Promise<ByHand> => {
    const hand = new ByHand();
    const service = await NestFactory.createMicroservice(module, {
      strategy: new JetStreamStrategy(hand),
      logger: false,
    });
    running.push(service);
    await service.listen();
    return hand;
  };
  afterEach(async () => {
    heard.length = 0;
    await Promise.all(running.splice(0).map((service) => service.close()));
  });

  it('listen to the sources of the events that they name, and to no other', async () => {
    expect((await start(Keeping)).sources).toEqual(['referral']);
  });

  it('are all called with the event, its transaction and the snapshot that tells it', async () => {
    const hand = await start(Knowing);
    const started = event(TriageStarted.type);
    const snapshot = event('snapshot');
    await expect(hand.handle?.(started, tx, snapshot)).resolves.toBe(true);
    expect(heard.map(({ by }) => by).toSorted()).toEqual(['either', 'one']);
    for (const call of heard) expect(call).toMatchObject({ event: started, context: { tx, snapshot } });
  });

  it('are called for each of the events that one of them names', async () => {
    const hand = await start(Knowing);
    await expect(hand.handle?.(event(ReferralClosed.type), tx)).resolves.toBe(true);
    expect(heard.map(({ by }) => by)).toEqual(['either']);
  });

  it('hand on the very error that one of them ended with', async () => {
    const hand = await start(Knowing);
    await expect(hand.handle?.(event(TriageStarted.type, 'fails'), tx)).rejects.toBe(broken);
  });

  it('step over an event of an unknown type, unless one keeps such events', async () => {
    const knowing = await start(Knowing);
    await expect(knowing.handle?.(event('dk.helhed.referral.not-yet.v1'), tx)).resolves.toBe(false);
    expect(heard).toEqual([]);

    const keeping = await start(Keeping);
    await expect(keeping.handle?.(event('dk.helhed.referral.not-yet.v1'), tx)).resolves.toBe(true);
    expect(heard.map(({ by }) => by)).toEqual(['unknown']);
  });

  it('stop with the service', async () => {
    const hand = await start(Knowing);
    await running.pop()?.close();
    expect(hand.stopped).toBe(1);
  });
});
