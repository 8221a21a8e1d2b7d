import type { TestPlatform } from '@helhed/testing';
import type { OwnView } from '../nyborg-referred/who-has-looked.js';
import { asOwner, type RegisterRow } from './register.js';

/** The person's families, each with its members. */
export type Members = ReadonlyMap<string, readonly string[]>;

export async function membersOf({ databases }: TestPlatform, municipality: string, person: string): Promise<Members> {
  const rows = await asOwner<{ family: string; members: string[] }>(
    databases.consent.owner,
    municipality,
    'SELECT family_id AS family, array_agg(person_id) AS members FROM family_member GROUP BY 1',
  );
  return new Map(rows.filter(({ members }) => members.includes(person)).map((row) => [row.family, row.members]));
}

/** A unit's looks at its own looks, and the deferrals they are for, which they would give away. */
const ofDeferrals = ['look-up.unit-list', 'look-up.defer', 'look-up.confirm-deferral'];

/**
 * What A-CON-11 tells the person, worked out from the rows apart from the service: the looks and people's commands at the
 * person, or at the family as a whole, no refused ones nor a deferral's own, the latest first; of those that were there when it was asked for.
 */
export function toldTo({ person, items }: OwnView, rows: readonly RegisterRow[], members: Members): string[] {
  const last = rows.find(({ id }) => id === items[0]?.id)?.pos ?? 0;
  const concerns = ({ subjects }: RegisterRow) =>
    subjects.includes(person) ||
    [...members].some(([family, all]) => subjects.includes(family) && !all.some((each) => subjects.includes(each)));
  return rows
    .filter(
      (row) =>
        row.pos <= last &&
        !row.refused &&
        !ofDeferrals.includes(row.act) &&
        (row.kind === 'look' || row.actor !== 'service') &&
        concerns(row),
    )
    .map(({ id }) => id)
    .toReversed();
}
