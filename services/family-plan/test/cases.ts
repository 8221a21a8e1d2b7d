import {
  BasisChanged,
  BasisRecorded,
  PlaceAssigned,
  ReferralClosed,
  ReferralDeclined,
  ReferralWithdrawn,
  SeatTaken,
  TriageStarted,
  type EventData,
} from '@helhed/contracts';
import { newId } from '@helhed/kernel';
import { nextEvent } from './events.js';
import { nyborg, type World } from './world.js';

export const programme = 'nyborg-familiestue';

interface Referred {
  readonly familyId: string;
  readonly referralId: string;
}
const of = ({ familyId, referralId }: Referred, wish: string = programme) => ({
  familyId,
  referralId,
  programme: wish,
});

export const startTriage = ({ applier }: World, referred: Referred, unit = 'visitation', wish?: string) =>
  applier.apply([nextEvent(nyborg, TriageStarted, { ...of(referred, wish), startedOn: '2026-09-02', unit })]);

export const decline = ({ applier }: World, referred: Referred) =>
  applier.apply([
    nextEvent(nyborg, ReferralDeclined, {
      ...of(referred),
      declinedOn: '2099-09-04',
      reasonCode: 'outside-target-group',
    }),
  ]);

export const withdraw = ({ applier }: World, referred: Referred) =>
  applier.apply([
    nextEvent(nyborg, ReferralWithdrawn, { ...of(referred), withdrawnOn: '2099-09-04', reasonCode: 'family-moved' }),
  ]);

export const close = ({ applier }: World, referred: Referred, closedOn = '2099-09-04') =>
  applier.apply([nextEvent(nyborg, ReferralClosed, { ...of(referred), closedOn, outcome: 'completed' })]);

interface Seat {
  readonly unit?: string;
  readonly groupId?: string;
  readonly placeId?: string;
  readonly programme?: string;
}

/** The family is given a place in a group of the unit, and takes its seat. @returns where */
export async function seat({ applier }: World, referred: Referred, wish: Seat = {}) {
  const { unit = 'familiestuen', groupId = newId(), placeId = newId() } = wish;
  const named = { ...of(referred, wish.programme), placeId, groupId };
  await applier.apply([nextEvent(nyborg, PlaceAssigned, { ...named, assignedOn: '2026-09-03' })]);
  const { referralId: _, ...taken } = named;
  await applier.apply([nextEvent(nyborg, SeatTaken, { seatId: newId(), ...taken, unit })]);
  return { placeId, groupId };
}

type Recorded = EventData<typeof BasisRecorded>;

interface Everybody {
  readonly familyId: string;
  readonly maja: string;
  readonly jonas: string;
  readonly alma: string;
}

/** What lets a unit of another area know who is in the family, and so name somebody of it (A-CMD-02). */
export const tellStructure = (
  world: World,
  { familyId, maja, jonas, alma }: Everybody,
  toUnit: string,
  changes: Partial<Recorded> = {},
) => {
  const terms = { purpose: 'coordination', toUnit, categories: ['family-structure' as const] };
  return basis(world, familyId, [maja, jonas, alma], { ...terms, ...changes });
};

/** A basis that covers these persons, as consent tells of it: a disclosure to the school, unless it says otherwise. */
export async function basis(
  { applier }: World,
  familyId: string,
  persons: readonly string[],
  changes: Partial<Recorded> = {},
) {
  const told: Recorded = {
    basisId: newId(),
    familyId,
    programme,
    kind: 'consent',
    layer: 'disclosure',
    purpose: 'cooperation',
    categories: ['family-structure', 'identity'],
    fromUnit: 'familiestuen',
    toUnit: 'skole-nord',
    persons: [...persons],
    meeting: null,
    validFrom: '2026-01-01',
    validTo: null,
    coverage: persons.map((personId) => ({ personId, state: 'covered' as const, from: '2026-01-01', to: null })),
    epoch: 1,
    ...changes,
  };
  await applier.apply([nextEvent(nyborg, BasisRecorded, told)]);
  return told;
}

/** It covers nobody any more: whoever gave it took it back. */
export const takeBack = ({ applier }: World, { basisId, familyId, validTo, coverage, epoch }: Recorded) =>
  applier.apply([
    nextEvent(nyborg, BasisChanged, {
      basisId,
      familyId,
      ended: null,
      endedAt: null,
      validTo,
      coverage: coverage.map((each) => ({ ...each, state: 'withdrawn' as const })),
      epoch,
      raised: false,
    }),
  ]);
