import type { Tx } from '@helhed/database';

const key = `hashtextextended('consent.facts:' || helhed.tenant(), 0)`;

/**
 * Before what coverage depends on changes (custody, ages, households, definitions): a basis recorded at the same time
 * would be computed from what was, and be missed by what computes anew.
 */
export const lockFacts = async (tx: Tx): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock(${key})`);
};

/** Before coverage is computed by a command: commands do not wait for each other. */
export const holdFacts = async (tx: Tx): Promise<void> => {
  await tx.query(`SELECT pg_advisory_xact_lock_shared(${key})`);
};
