/** One request of a story with what came of it, whatever tries it took. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** Of the last try. */
  token: string | undefined;
  /** 0 while it is not answered. */
  status: number;
  /** Tries whose outcome nobody knows: no answer came, or 503. Each may have been done. */
  unsure: number;
  body: unknown;
}
