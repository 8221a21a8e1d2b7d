import { newSecret, signed } from './sign.js';

it('is what the standard’s own example is', () => {
  // https://github.com/standard-webhooks/standard-webhooks, spec: "Example" of its libraries
  const headers = signed('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
  });
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

it('has a secret of 32 bytes, another one each time', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(Buffer.from(one.replace('whsec_', ''), 'base64')).toHaveLength(32);
  expect(one).not.toBe(other);
});
