import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** 24 to 64 bytes are what Standard Webhooks asks for. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

export interface Message {
  /** The same at each attempt, so that whoever got it twice knows */
  readonly id: string;
  /** Seconds since 1970, of the attempt */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of Standard Webhooks 1.0 for one attempt: HMAC-SHA256 over id, timestamp and body. */
export function signed(secret: string, { id, timestamp, body }: Message): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
