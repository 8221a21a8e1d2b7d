import { BlockList, isIPv6 } from 'node:net';

/** Networks that are nobody's on the internet (IANA's special-purpose registry), and those that lead to them. */
const reserved4 = (
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
).split(' ');
/** Of IPv6 only global unicast is anybody's; within it, what is for documents and what wraps an IPv4 address is not. */
const global6 = '2000::/3';
const reserved6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Where a webhook may lead: to public addresses, and to what the installation names besides. */
export class Networks {
  readonly #allowed: BlockList;
  readonly #reserved = listOf([...reserved4, ...reserved6]);
  readonly #global = listOf([global6]);
  readonly #loopback = listOf(['127.0.0.0/8', '::1/128']);

  /** @param allowed `10.20.0.0/16`: networks of the installation's own that its systems are in */
  constructor(allowed: readonly string[]) {
    this.#allowed = listOf(allowed);
  }

  /** @param address an IP address, as it was resolved: never a name */
  mayReach(address: string): boolean {
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (this.#allowed.check(address, family)) return true;
    return !this.#reserved.check(address, family) && (family === 'ipv4' || this.#global.check(address, family));
  }

  /** Without TLS nothing leaves the machine, and that only where the installation names its own loopback. */
  mayReachPlainly(address: string): boolean {
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    return this.#loopback.check(address, family) && this.#allowed.check(address, family);
  }
}
