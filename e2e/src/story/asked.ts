/** One request of a story with what came of it, whatever tries it took. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Its body. */
  readonly sent?: unknown;
  /** Of the last try. */
  token: string | undefined;
  /** 0 while it is not answered. */
  status: number;
  /** Tries whose outcome nobody knows: no answer came, or 503; or a refusal that the caller waits out. Each may be a look. */
  unsure: number;
  body: unknown;
  /** Of what the platform looked at by itself, where there is no route to tell it by. */
  readonly act?: string;
}
