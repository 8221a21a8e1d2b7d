/** A real server of a test, native or in a container, that can be killed and started again where it was. */
export interface TestServer {
  /** Ends it at once, as a crash would (SIGKILL). What it wrote stays. */
  kill(): Promise<void>;
  /** Starts it again after `kill`: same addresses, same data. */
  start(): Promise<void>;
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
}

export interface TestPostgres extends TestServer {
  readonly port: number;
  /** The superuser's address of the database `postgres`. */
  readonly adminUrl: string;
  /** The cluster's data folder (files, WAL). */
  readonly dataDir: string;
}

export interface TestNats extends TestServer {
  readonly port: number;
  readonly url: string;
  readonly monitorUrl: string;
  /** JetStream's store, for tests that wipe or rewind it. */
  readonly storeDir: string;
  readonly passwords: Readonly<Record<string, string>>;
}

export interface TestKeycloak extends TestServer {
  readonly port: number;
  /** Base with `/auth`; tokens name it as issuer base too. */
  readonly url: string;
  readonly admin: { username: string; password: string };
}
