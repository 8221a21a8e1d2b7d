/**
 * Thrown by a transaction's work that lacks something to be got outside it: the transaction is rolled back, `wait` is
 * awaited with no connection and no lock held, and the work is run again. Whoever throws it sees to it that it is once.
 */
export class TryAgainAfter extends Error {
  override readonly name = 'TryAgainAfter';

  constructor(readonly wait: () => Promise<void>) {
    super('the work is to be run again');
  }
}
