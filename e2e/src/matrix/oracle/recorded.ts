/** What a child said, as a world has it. */
export interface ChildView {
  readonly id: string;
  readonly family: string;
  readonly child: string;
  /** The recording unit, which owns it. */
  readonly unit: string;
  /** By whom it is open to parents today; undefined: it is not. */
  readonly openBy?: 'child' | 'authority' | undefined;
}

/** What a unit registered of a child, as a world has it. */
export interface Registration {
  readonly id: string;
  readonly family: string;
  readonly child: string;
  /** Which wrote it, and owns it. */
  readonly unit: string;
}

/** A goal in a family's plan. */
export interface Goal {
  readonly id: string;
  readonly family: string;
  /** The work point that was offered, and of which registration: about whom, and which unit wrote and owns it; absent: the family said it. */
  readonly point?: { readonly id: string; readonly registration: string } & Pick<Registration, 'child' | 'unit'>;
}

/** A conversation that was held with a family, with the plan as it stood. */
export interface Conversation {
  readonly id: string;
  readonly family: string;
}

/** MIM that was offered. */
export interface Observation {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  readonly child: string;
  readonly parent: string;
  /** The psychologist's, which owns it. */
  readonly unit: string;
  /** Who offered it. */
  readonly sub: string;
}

/** That somebody was filmed. */
export interface Video {
  readonly id: string;
  readonly family: string;
  readonly programme: string;
  /** Who is seen in it. */
  readonly persons: readonly string[];
  /** Who registered it, and in which unit, which owns it. */
  readonly unit: string;
  readonly function: string;
  readonly sub: string;
}

/** How a parent without custody was answered who asked about a child. */
export interface Orientation {
  readonly id: string;
  readonly family: string;
  readonly child: string;
  /** Who asked. */
  readonly parent: string;
  readonly unit: string;
  readonly answer: 'given' | 'refused';
}

/** Who of a family came to a session. */
export interface Attendance {
  readonly id: string;
  readonly family: string;
  readonly session: string;
  /** The group's. */
  readonly unit: string;
  /** Who is marked. */
  readonly persons: readonly string[];
}

/** What a session or booking needs: a family's, or a whole group's. */
/** Two families that must not be in one group, by their referrals. */
export interface Separation {
  readonly id: string;
  readonly referrals: readonly [string, string];
}

export interface Need {
  readonly id: string;
  readonly family: string | null;
  readonly programme: string;
  /** Whose the session is. */
  readonly unit: string;
}

/** What was given out of a family's calendar. */
export interface Delivery {
  readonly id: string;
  readonly family: string;
  readonly kind: 'invitation' | 'feed';
  readonly recipient: string;
  /** Of whom it told something, the recipient among them. */
  readonly about: readonly string[];
  /** An invitation's: who took it, and to which session. */
  readonly unit?: string;
  readonly session?: string;
  /** Whether its recipient has yet to hear that it is off. */
  readonly cancel: 'due' | 'given' | 'none';
}

/** A thing of scheduling's own, in a unit. */
export interface Owned {
  readonly kind: 'room' | 'staff' | 'booking' | 'session' | 'conversation' | 'closure' | 'webhook';
  readonly id: string;
  readonly unit: string;
  /** A member of staff's. */
  readonly sub?: string;
  /** A session's, a conversation's, and a member of staff's who runs them. */
  readonly group?: string;
  /** A conversation's: the one that it is with. */
  readonly family?: string;
  readonly appointment?: Appointment;
}

export type Appointment = 'session' | 'theme-evening' | 'conversation';

export interface Feed {
  readonly id: string;
  readonly for: 'family' | 'staff';
  /** The family, or the member of staff. */
  readonly subject: string;
  readonly secret: string;
  /** The person of the family that it is for. */
  readonly recipient?: string;
}

export interface LookMade {
  readonly id: string;
  /** In words: `a look`. */
  readonly of: string;
  readonly unit: string;
  readonly family: string;
  /** The sub of who asked that the family does not see it yet. */
  readonly deferredBy?: string;
  /** Who looked, where the world knows. */
  readonly by?: string;
  /** The family's page says already who looked. */
  readonly named?: boolean;
  /** Whose account Keycloak knows no more. */
  readonly gone?: boolean;
}

/** A look that the register has, or an attempt that section 7 refused. */
export interface LookNoted {
  readonly family: string;
  readonly unit: string;
  readonly function: string;
  readonly sub: string;
  readonly act: string;
  /** Shown, sorted. */
  readonly categories: readonly string[];
  /** Of each person, which of these were shown of it; of whom it says nothing, none. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  readonly refused: boolean;
}

export interface FigureRow {
  readonly id: string;
  readonly figure: string;
  readonly programme: string;
  readonly family: string | null;
}

/** A colleague's record, opened to somebody. */
export interface Clearance {
  readonly id?: string;
  readonly sub: string;
  readonly unit: string;
  readonly function: string;
  readonly family: string;
  readonly from: string;
  readonly to?: string | null | undefined;
}

/** Who holds custody of a child who was known before, according to a referral: A-FAM-58. */
export interface ToldCustody {
  /** The referral's. */
  readonly family: string;
  readonly child: string;
  readonly holder: string;
}
