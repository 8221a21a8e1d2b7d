import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformConfig, readConfig } from './read-config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgres://app:secret@127.0.0.1:5432/referral',
  DATABASE_WORKER_URL: 'postgres://worker:secret@127.0.0.1:5432/referral',
  NATS_URL: 'nats://127.0.0.1:4222',
  KEYCLOAK_URL: 'http://127.0.0.1:8080/auth/',
  OPERATOR_ISSUER: 'https://helhed.example/auth/realms/helhed-operators',
  SERVICE_CLIENT_SECRET: 'a-client-secret',
  DATA_KEYS: JSON.stringify({ current: 'k1', keys: { k1: key }, index: key }),
};

describe('settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'helhed-config-'));
  const file = join(folder, 'secret');
  writeFileSync(file, 'from-a-file\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are read, with what is not said left at the safe value', () => {
    expect(readConfig(platformConfig, complete)).toMatchObject({
      PORT: 0,
      HOST: '127.0.0.1',
      HELHED_DEMO: false,
      KEYCLOAK_URL: 'http://127.0.0.1:8080/auth',
      DATA_KEYS: { current: 'k1' },
    });
  });

  it('may lie in files, as compose gives secrets', () => {
    const { SERVICE_CLIENT_SECRET: _, ...rest } = complete;
    const config = readConfig(platformConfig, { ...rest, SERVICE_CLIENT_SECRET_FILE: file });
    expect(config.SERVICE_CLIENT_SECRET).toBe('from-a-file');
  });

  it('that are missing or wrong are named, and their values are not repeated', () => {
    const wrong = {
      ...complete,
      DATABASE_URL: 'mysql://app:hunter2@host',
      PORT: '70000',
      NATS_URL: undefined,
      DATA_KEYS: '{"current":',
    };
    const read = () => readConfig(platformConfig, wrong);
    expect(read).toThrow(/DATABASE_URL is not valid/);
    expect(read).toThrow(/PORT is not valid/);
    expect(read).toThrow(/NATS_URL is missing/);
    expect(read).toThrow(/DATA_KEYS is not valid/);
    expect(read).not.toThrow(/hunter2|70000/);
  });

  it('count a key that is not 32 bytes as wrong', () => {
    const short = JSON.stringify({ current: 'k1', keys: { k1: 'c2hvcnQ=' }, index: key });
    expect(() => readConfig(platformConfig, { ...complete, DATA_KEYS: short })).toThrow(
      /DATA_KEYS.keys.k1 is not valid/,
    );
  });
});
