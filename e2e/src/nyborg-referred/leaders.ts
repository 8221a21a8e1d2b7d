/** Who runs a group and has an account: Gitte the first. */
export const leaderOf = (group: number): string => (group === 1 ? 'gitte' : `gitte-${group}`);
