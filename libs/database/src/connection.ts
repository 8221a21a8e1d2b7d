import { Client } from 'pg';

const mostPrepared = 500;
/** SQLSTATE of a statement that was planned before a migration changed what it answers with. */
export const planIsOld = '0A000';
const names = new Map<string, string>();
const ask = Client.prototype.query as (...given: unknown[]) => unknown;

/**
 * A pipelining connection on which statements sent in one go leave in one packet, and a statement with parameters is
 * parsed and planned once: for a command's small statements that costs PostgreSQL more than carrying them out.
 */
export class Connection extends Client {
  #corked = false;
  #generation = 0;

  // Only the pool and TypeORM call it, in pg's several ways; none of them can be called through this signature.
  override query(...given: never[]): never {
    this.#holdBack();
    const [text, values, ...rest] = given as unknown[];
    const prepared = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    if (!prepared) return ask.apply(this, given) as never;
    const answer = ask.call(this, { name: this.#nameOf(text), text, values }, undefined, ...rest);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.#forgetOld(error));
    return answer as never;
  }

  /** What else is asked before this turn of the event loop ends goes along. */
  #holdBack(): void {
    if (this.#corked) return;
    const { stream } = this.connection;
    this.#corked = true;
    stream.cork();
    process.nextTick(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  #nameOf(text: string): string | undefined {
    const name = names.get(text) ?? newName(text);
    return name && `${name}.${this.#generation}`;
  }

  /** Prepares everything anew, under other names. */
  #forgetOld(error: unknown): void {
    if ((error as { code?: unknown }).code === planIsOld) this.#generation++;
  }
}

/** Texts are written in the code, so they are few; the bound is for one that would be put together at run time. */
function newName(text: string): string | undefined {
  if (names.size >= mostPrepared) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
