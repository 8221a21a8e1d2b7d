import { readFileSync } from 'node:fs';
import { contexts } from '@helhed/contracts';
import { composeConfig, composeConfigFile } from './compose-config.js';
import { natsConfig } from './nats-config.js';

describe('the NATS configuration', () => {
  it('of the containers is the generated one', () => {
    expect(readFileSync(composeConfigFile, 'utf8')).toBe(composeConfig());
  });

  it('is not made without a password for each service', () => {
    const passwords = Object.fromEntries(contexts.slice(1).map((name) => [name, 'x']));
    const place = { host: '127.0.0.1', port: 1, monitorPort: 2, storeDir: '/x' };
    expect(() => natsConfig({ ...place, passwords })).toThrow('referral has no password');
  });

  it('grants neither purge nor delete to anyone', () => {
    expect(composeConfig()).not.toMatch(/PURGE|DELETE|RESTORE|SNAPSHOT/);
  });
});
