import { AsyncLocalStorage } from 'node:async_hooks';

/** Does the work as another request would that comes meanwhile: outside of the transaction that is open here. */
export const beside = AsyncLocalStorage.bind(<T>(work: () => T): T => work());
