/** For how long a holder may answer, in milliseconds from before it asked. Consent gives it; nobody else assumes it. */
export const leaseMs = 3_000;

/**
 * For how long consent waits for a grant, in milliseconds: a holder's clock may go slower, and its request took a while.
 * With 0.2 s for the command itself it is answered within a lease and a second, whatever is stopped.
 */
export const countedMs = leaseMs * 1.1 + 500;

/** A holder that is used renews so often that two tries may fail before its lease is over. */
export const renewEveryMs = leaseMs / 3;

/** Milliseconds for a decided look's statement: less than a lease lasts. */
export const statementTimeoutMs = leaseMs - 500;
