import { newId } from '@helhed/kernel';
import { eventually } from '../story/api.js';
import { mustEqual } from '../story/must.js';
import type { Referral } from './referrals.js';
import type { World } from './world.js';

export interface Wish {
  readonly as: string;
  /** The Familiestue unless said. */
  readonly programme?: string;
  readonly layer: 'processing' | 'disclosure';
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly asChildren?: boolean;
  /** Who alone has given it; both parents unless said. */
  readonly givenBy?: readonly string[];
}

/** The parents agree that the day care hears the outcome. */
const toSender: Wish = {
  as: 'pia',
  layer: 'disclosure',
  purpose: 'outcome-to-sender',
  categories: ['referral-outcome'],
  fromUnit: 'visitation',
  toUnit: 'db-solsikken',
};

/** And that their calendar is sent to whoever has its address. */
const asFeed: Wish = {
  as: 'gitte',
  layer: 'processing',
  purpose: 'calendar-feed',
  categories: ['appointments'],
  fromUnit: 'familiestuen',
  toUnit: 'familiestuen',
};

/** @param asChildren whether the children are of an age to be asked themselves: their own consent is needed beside the parents' */
export const recordBasis = (world: World, referral: Referral, on: string, asChildren: boolean): Promise<string> =>
  recordConsent(world, referral, on, { ...toSender, asChildren });

export const recordFeedConsent = (world: World, referral: Referral, on: string): Promise<string> =>
  recordConsent(world, referral, on, asFeed);

/** Whose it is. */
export interface Members extends Pick<Referral, 'familyId'> {
  readonly members: readonly Pick<Referral['members'][number], 'role' | 'personId'>[];
}

/** Recorded as a basis, with who gave it and how. */
export async function recordConsent(
  { api, municipality }: World,
  referral: Members,
  on: string,
  { as, asChildren = false, givenBy = giversOf(referral, asChildren), ...wish }: Wish,
): Promise<string> {
  const persons = referral.members.map((member) => member.personId as string);
  const body = {
    programme: 'nyborg-familiestue',
    kind: 'consent',
    ...wish,
    paragraph: 'Forvaltningsloven § 28, stk. 2, nr. 1',
    familyId: referral.familyId,
    persons,
    givenBy,
    how: 'spoken',
    givenOn: on,
    validFrom: on,
    evidence: 'Samtale i børnehuset',
  };
  // consent hears of the family, and of who holds custody, from the bus, in its own time
  const notYet = /family-unknown|programme-unknown|not-a-member|not-a-giver/;
  const ask = { as: municipality.as(as), body, key: newId(), notYet };
  const record = () => api.post<{ id: string; familyId: string }>('/consent/v1/bases', ask);
  const { body: basis } = await eventually('the family known to consent', record, ({ status }) => status === 201);
  mustEqual(basis.familyId, referral.familyId, 'the basis is the family’s');
  return basis.id;
}

const giversOf = ({ members }: Members, asChildren: boolean): string[] =>
  members.filter(({ role }) => asChildren || role === 'parent').map(({ personId }) => personId as string);
