import {
  PlaceAssigned,
  ReferralAccepted,
  ReferralClosed,
  ReferralDeclined,
  ReferralReceived,
  ReferralWaiting,
  ReferralWithdrawn,
} from '@helhed/contracts';
import { daysBetween } from '@helhed/kernel';
import { on, readModel } from './read-model.js';

/** A referral's way through a programme: dates and codes. Withdrawing or closing leaves the earlier dates standing. */
export type Journey = {
  readonly referralId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly programmeVersion: number | null;
  readonly referringUnit: string | null;
  readonly receivedOn: string | null;
  readonly acceptedOn: string | null;
  readonly declinedOn: string | null;
  readonly declineReason: string | null;
  readonly waitingSince: string | null;
  readonly waitingEndedOn: string | null;
  readonly assignedOn: string | null;
  /** From received to place assigned. */
  readonly waitingDays: number | null;
  readonly withdrawnOn: string | null;
  readonly withdrawReason: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
};

const unknown = {
  programmeVersion: null,
  referringUnit: null,
  receivedOn: null,
  acceptedOn: null,
  declinedOn: null,
  declineReason: null,
  waitingSince: null,
  waitingEndedOn: null,
  assignedOn: null,
  waitingDays: null,
  withdrawnOn: null,
  withdrawReason: null,
  closedOn: null,
  outcome: null,
};

type Named = Pick<Journey, 'referralId' | 'familyId' | 'programme'>;

function changed(
  journey: Journey | undefined,
  { referralId, familyId, programme }: Named,
  to: Partial<Journey>,
): Journey {
  const after: Journey = { ...unknown, ...journey, referralId, familyId, programme, ...to };
  const { receivedOn, assignedOn } = after;
  return { ...after, waitingDays: receivedOn && assignedOn ? daysBetween(receivedOn, assignedOn) : null };
}

/** The end of the wait for a place, if the family waited. */
const waitEnds = (journey: Journey | undefined, date: string): Partial<Journey> =>
  journey?.waitingSince && !journey.waitingEndedOn ? { waitingEndedOn: date } : {};

export const journeys = readModel<Journey>({
  table: 'journey',
  id: 'referralId',
  columns: {
    referralId: 'uuid',
    familyId: 'uuid',
    programme: 'text',
    programmeVersion: 'integer',
    referringUnit: 'text',
    receivedOn: 'date',
    acceptedOn: 'date',
    declinedOn: 'date',
    declineReason: 'text',
    waitingSince: 'date',
    waitingEndedOn: 'date',
    assignedOn: 'date',
    waitingDays: 'integer',
    withdrawnOn: 'date',
    withdrawReason: 'text',
    closedOn: 'date',
    outcome: 'text',
  },
  evolve: [
    on(ReferralReceived, (journey: Journey | undefined, data) => {
      const { programmeVersion, referringUnit, receivedOn } = data;
      return changed(journey, data, { programmeVersion, referringUnit, receivedOn });
    }),
    on(ReferralAccepted, (journey, data) => changed(journey, data, { acceptedOn: data.acceptedOn })),
    on(ReferralDeclined, (journey, data) =>
      changed(journey, data, { declinedOn: data.declinedOn, declineReason: data.reasonCode }),
    ),
    // told again, in a snapshot, it does not take back how the wait ended
    on(ReferralWaiting, (journey, data) =>
      journey?.waitingSince === data.since
        ? journey
        : changed(journey, data, { waitingSince: data.since, waitingEndedOn: null }),
    ),
    on(PlaceAssigned, (journey, data) =>
      changed(journey, data, { assignedOn: data.assignedOn, ...waitEnds(journey, data.assignedOn) }),
    ),
    on(ReferralWithdrawn, (journey, data) =>
      changed(journey, data, {
        withdrawnOn: data.withdrawnOn,
        withdrawReason: data.reasonCode,
        ...waitEnds(journey, data.withdrawnOn),
      }),
    ),
    on(ReferralClosed, (journey, data) =>
      changed(journey, data, { closedOn: data.closedOn, outcome: data.outcome, ...waitEnds(journey, data.closedOn) }),
    ),
  ],
});
