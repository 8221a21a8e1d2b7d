import { createSign, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface KeyPair {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const newKey = (kid: string): KeyPair => ({ kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const json = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A realm for specs: publishes keys over HTTP as Keycloak does and signs whatever it is told to. */
export class TestRealm {
  static readonly municipality = '0450';
  key = newKey('first');
  published: object[] = [];
  asked = 0;
  /** What the server answers instead of its keys: a status, or cutting the connection */
  failure: number | 'cut' | undefined;
  readonly #server: Server;

  private constructor() {
    this.publish(this.key);
    this.#server = createServer((_request, response) => {
      this.asked++;
      if (this.failure === 'cut') return response.destroy();
      response.statusCode = this.failure ?? 200;
      return response.end(this.failure ? 'not JSON' : JSON.stringify({ keys: this.published }));
    });
  }

  static async start(): Promise<TestRealm> {
    const realm = new TestRealm();
    await new Promise<void>((resolve) => realm.#server.listen(0, '127.0.0.1', resolve));
    return realm;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/auth`;
  }

  /** Issuers carry the public address, which is not the one that services use. */
  get issuer(): string {
    return `https://helhed.example/auth/realms/kommune-${TestRealm.municipality}`;
  }

  publish(...keys: KeyPair[]): void {
    this.published = keys.map(({ kid, publicKey }) => ({ ...jwk(publicKey), kid, use: 'sig', alg: 'RS256' }));
  }

  rotate(): void {
    this.key = newKey('second');
    this.publish(this.key);
  }

  claims(changes: object = {}): object {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: ['helhed', 'account'],
      sub: '6c1f4d0e-0000-4000-8000-000000000001',
      azp: 'demo-cli',
      typ: 'Bearer',
      iat: now,
      exp: now + 300,
      municipality: TestRealm.municipality,
      functions: ['db-solsikken:pedagogue'],
      ...changes,
    };
  }

  /** A token signed with the realm's key; a claim or header changed to undefined is left out. */
  token(changes: object = {}, header: object = {}, key: KeyObject = this.key.privateKey): string {
    const signed = `${json({ alg: 'RS256', typ: 'JWT', kid: this.key.kid, ...header })}.${json(this.claims(changes))}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const jwk = (key: KeyObject): JsonWebKey => key.export({ format: 'jwk' });
