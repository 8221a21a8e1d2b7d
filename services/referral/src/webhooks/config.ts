import { readConfig } from '@helhed/web';
import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { Networks } from './networks.js';

const isNetwork = (text: string): boolean => {
  const [address = '', bits = ''] = text.split('/');
  return (
    /^\d{1,3}$/.test(bits) && ((isIPv4(address) && Number(bits) <= 32) || (isIPv6(address) && Number(bits) <= 128))
  );
};

const config = z.object({
  /** Networks that are not public and that webhooks may lead to: `10.20.0.0/16,fd12::/16`. */
  WEBHOOK_NETWORKS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .refine((all) => all.every(isNetwork), 'networks'),
});

export const networksOf = (): Networks => new Networks(readConfig(config).WEBHOOK_NETWORKS);
