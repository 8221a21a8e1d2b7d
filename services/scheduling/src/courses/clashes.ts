import type { Interval } from '../calendar/local-time.js';
import type { Resource } from '../calendar/resource.js';
import { Timeline } from '../calendar/timeline.js';
import type { PlannedSession, SessionKind } from './series.js';

/** What a session takes up, and what to call it to someone who may not know who it is. */
export interface Need extends Resource {
  readonly as: 'room' | 'staff' | 'family';
}

/** What each kind of session needs; a theme evening is for the parents and leaves the rest of the household free. */
export type Needs = Readonly<Record<SessionKind, readonly Need[]>>;

export interface BusyTime extends Resource, Interval {}

/** What could not be placed: of a conversation, which, and not whose. */
type Unplaced = Pick<PlannedSession, 'date' | 'startTime'> &
  (Pick<PlannedSession, 'kind' | 'number'> | { readonly kind: 'conversation'; readonly conversation: string });

export interface Clash {
  readonly session: Unplaced;
  readonly need: Need;
}

const key = ({ kind, id }: Resource) => `${kind} ${id}`;

/** Times at which rooms, persons and households are taken. */
export class BusyTimes {
  readonly #byResource: ReadonlyMap<string, readonly BusyTime[]>;
  readonly #timelines = new Map<string, Timeline>();

  constructor(busy: readonly BusyTime[]) {
    this.#byResource = Map.groupBy(busy, key);
    for (const [resource, times] of this.#byResource) this.#timelines.set(resource, new Timeline(times));
  }

  isTaken(need: Need, time: Interval): boolean {
    return this.#timelines.get(key(need))?.isTaken(time) ?? false;
  }

  isAnyTaken(needs: readonly Need[], time: Interval): boolean {
    return needs.some((need) => this.isTaken(need, time));
  }

  /** When at least one of these is taken. */
  of(needs: readonly Need[]): Timeline {
    return new Timeline(needs.flatMap((need) => this.#byResource.get(key(need)) ?? []));
  }

  clashesOf(plan: readonly PlannedSession[], needs: Needs): Clash[] {
    return plan.flatMap((session) =>
      needs[session.kind].filter((need) => this.isTaken(need, session)).map((need) => ({ session, need })),
    );
  }
}
