import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { TestNats } from '@helhed/testing';

/** As one of the services' users: a NATS of ours knows no others. */
export const connectAs = ({ url, passwords }: TestNats, user: string): Promise<NatsConnection> =>
  connect({ servers: url, user, pass: passwords[user], inboxPrefix: `_INBOX.${user}` });
