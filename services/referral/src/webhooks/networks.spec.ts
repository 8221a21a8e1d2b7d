import { Networks } from './networks.js';

const publicOnly = new Networks([]);

describe('a webhook leads', () => {
  it.each(['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '172.32.0.1', '100.128.0.1'])(
    'to %s, which is public',
    (address) => expect(publicOnly.mayReach(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.1.2.3',
    '::ffff:93.184.215.14',
    '64:ff9b::a01:203',
    '2002:a01:203::1',
    '2001:db8::1',
  ])('never to %s', (address) => expect(publicOnly.mayReach(address)).toBe(false));

  it('to a network that the installation names, and to no other for that', () => {
    const own = new Networks(['10.20.0.0/16', 'fd12::/16']);
    expect(['10.20.3.4', 'fd12::5'].map((address) => own.mayReach(address))).toEqual([true, true]);
    expect(['10.21.3.4', 'fd13::5', '127.0.0.1'].map((address) => own.mayReach(address))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('without TLS to its own machine only, where that is named', () => {
    const tried = new Networks(['127.0.0.0/8', '10.20.0.0/16']);
    expect(tried.mayReachPlainly('127.0.0.1')).toBe(true);
    expect(tried.mayReachPlainly('10.20.3.4')).toBe(false);
    expect(publicOnly.mayReachPlainly('127.0.0.1')).toBe(false);
  });
});
