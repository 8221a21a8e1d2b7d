import { connect } from 'node:net';
import { Receiver } from '../../test/receiver.js';
import { Names } from './names.js';
import { Networks } from './networks.js';
import { postMessage, Unreachable } from './post-message.js';

const loopback = new Networks(['127.0.0.0/8']);

describe('a message to a name of several addresses', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await Receiver.listen();
  });
  afterEach(() => receiver.close());

  const post = (addresses: readonly string[], steps: string[] = []): Promise<number> =>
    postMessage(
      { url: receiver.url.replace('127.0.0.1', 'system.example'), headers: {}, body: '{}' },
      loopback,
      { mayBegin: () => steps.push('may begin'), handedOver: () => steps.push('handed over') },
      new Names(() => Promise.resolve(addresses)),
    );

  it('is sent once, to the first that can be reached, in order', async () => {
    // on its own machine nobody listens at the other addresses
    await expect(
      new Promise((resolve, reject) =>
        connect(receiver.port, '127.0.0.2').once('connect', resolve).once('error', reject),
      ),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const steps: string[] = [];
    expect(await post(['127.0.0.2', '127.0.0.3', '127.0.0.1', '127.0.0.4'], steps)).toBe(204);
    expect(steps).toEqual(['may begin', 'handed over']);
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]?.headers.host).toBe(`system.example:${receiver.port}`);
  });

  it('is sent nowhere where one of them is not allowed, though another is', async () => {
    await expect(post(['127.0.0.1', '10.1.2.3'])).rejects.toBeInstanceOf(Unreachable);
    await expect(post([])).rejects.toBeInstanceOf(Unreachable);
    expect(receiver.connections).toBe(0);
  });

  it('fails as the last one did', async () => {
    await expect(post(['127.0.0.2', '127.0.0.3'])).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
