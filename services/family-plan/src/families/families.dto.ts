import { withheld, type Decision } from '@helhed/access';
import { date, id, memberRole } from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { z } from 'zod';
import { Person } from '../persons/person.js';
import { Household } from './household.js';

const household = z.strictObject({
  id,
  address: z.string().nullable().optional().describe('Null where the referral named none.'),
});
const member = z.strictObject({
  personId: id.describe('The same in every referral and plan that the person is in.'),
  role: memberRole,
  name: z.string().optional(),
  birthDate: date.nullable().optional().describe('Null where the referral told none.'),
  households: z.array(id).describe('Two for a child who lives with each of its parents.'),
  custodyHolders: z.array(id).optional().describe('Of a child: who holds custody today.'),
});

export const FamilyView = z
  .strictObject({
    id,
    state: z
      .enum(['prospective', 'enrolled'])
      .optional()
      .describe('Prospective from its referral until it is enrolled.'),
    eraseOn: date
      .nullable()
      .optional()
      .describe('The day that what is held on a prospective family is erased; null while it is not to be.'),
    households: z.array(household).optional().describe('Who live together; a family may have several.'),
    members: z.array(member).optional(),
    version: z.int().positive().describe('Counts changes of state and eraseOn; 1 where these are withheld.'),
    withheld,
  })
  .meta({ id: 'Family' });
export type FamilyView = z.infer<typeof FamilyView>;

/** As one statement reads it; what is encrypted is in base64. */
export interface FamilyRow {
  readonly id: string;
  readonly state: 'prospective' | 'enrolled';
  readonly eraseOn: string | null;
  readonly version: number;
  readonly households: readonly { readonly id: string; readonly address: string | null }[];
  readonly members: readonly {
    readonly personId: string;
    readonly role: z.infer<typeof memberRole>;
    readonly name: string;
    readonly birthDate: string | null;
    readonly households: string[];
    readonly custodyHolders: string[];
  }[];
}

/** What the decision shows of it; only that is decrypted. */
export function toFamilyView(row: FamilyRow, decision: Decision, { municipality, personalData }: Tx): FamilyView {
  const { id: familyId, state, eraseOn, version } = row;
  const frame = { id: familyId, withheld: decision.withheld };
  // of the frame nothing ever changes (A-LST-04)
  if (!decision.shows('family.structure')) return { ...frame, version: 1 };
  const households = row.households.map(({ id: householdId, address }) =>
    decision.shows('family.address', householdId)
      ? Household.of({ municipality, id: householdId, address: bytes(address) }).open(personalData)
      : { id: householdId },
  );
  const members = row.members.map(({ name, birthDate, custodyHolders, ...one }) => {
    const { personId } = one;
    const person = Person.of({ municipality, id: personId, name: bytes(name), birthDate: bytes(birthDate) });
    return {
      ...one,
      ...(decision.shows('family.identity', personId) && person.open(personalData)),
      ...(decision.shows('family.custody', personId) && { custodyHolders }),
    };
  });
  return { ...frame, version, state, eraseOn, households, members };
}

function bytes(base64: string): Buffer;
function bytes(base64: string | null): Buffer | null;
function bytes(base64: string | null): Buffer | null {
  return base64 === null ? null : Buffer.from(base64, 'base64');
}
