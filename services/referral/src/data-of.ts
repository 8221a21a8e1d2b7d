import type { EventContract } from '@helhed/contracts';

/** What an event of this contract says. */
export type DataOf<C> = C extends EventContract<infer T> ? T : never;
