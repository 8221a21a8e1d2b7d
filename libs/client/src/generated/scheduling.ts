// Written by `npm run contracts:write` from docs/openapi/scheduling.json; CI fails when it is stale. Not to be changed by hand.

/** Method and path → what is asked and what is answered. */
export interface Routes {
  /** Say whether the process lives */
  'GET /scheduling/health/live': {
    answers: {
      'application/json': {
        status: 'live';
      };
    };
  };
  /** Say whether the service can answer */
  'GET /scheduling/health/ready': {
    answers: {
      'application/json': {
        status: 'ready' | 'degraded' | 'down' | 'stopping';
        dependencies: Record<string, 'up' | 'down'>;
      };
    };
  };
  /** Note who of a family came to a session, or stays away from it */
  'POST /scheduling/v1/attendance': {
    body: RecordAttendance;
    answers: {
      'application/json': AttendanceReceipt;
    };
  };
  /** Correct who of a family came to a session */
  'POST /scheduling/v1/attendance/{id}:correct': {
    path: {
      id: string;
    };
    body: CorrectAttendance;
    ifMatch: number | string;
    answers: {
      'application/json': AttendanceReceipt;
    };
  };
  /** Book a room for a single appointment */
  'POST /scheduling/v1/bookings': {
    body: BookRoom;
    answers: {
      'application/json': Booking;
    };
  };
  /** Read a booking */
  'GET /scheduling/v1/bookings/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Booking;
    };
  };
  /** Cancel a booking */
  'POST /scheduling/v1/bookings/{id}:cancel': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Booking;
    };
  };
  /** Mark a booked appointment as held */
  'POST /scheduling/v1/bookings/{id}:mark-held': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Booking;
    };
  };
  /** Add a closing period */
  'POST /scheduling/v1/closures': {
    body: AddClosure;
    answers: {
      'application/json': Closure;
    };
  };
  /** List the closing periods */
  'GET /scheduling/v1/closures': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Closure[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a closing period */
  'GET /scheduling/v1/closures/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Closure;
    };
  };
  /** Place a conversation with a family of a group */
  'POST /scheduling/v1/conversations': {
    body: PlaceConversation;
    answers: {
      'application/json': PlacedConversationReceipt;
    };
  };
  /** Cancel a conversation with a family */
  'POST /scheduling/v1/conversations/{id}:cancel': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': PlacedConversationReceipt;
    };
  };
  /** Mark a conversation with a family as held */
  'POST /scheduling/v1/conversations/{id}:mark-held': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': PlacedConversationReceipt;
    };
  };
  /** Move a conversation with a family */
  'POST /scheduling/v1/conversations/{id}:move': {
    path: {
      id: string;
    };
    body: MoveSession;
    ifMatch: number | string;
    answers: {
      'application/json': PlacedConversationReceipt;
    };
  };
  /** List the invitations that are to be called off, or sent anew */
  'GET /scheduling/v1/deliveries': {
    query?: {
      /** Those whose CANCEL is due and was not fetched yet. */
      cancel?: 'due';
      /** Those whose session was moved since, and whose new REQUEST was not fetched yet. */
      request?: 'due';
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly DueDelivery[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List a family’s attendance */
  'GET /scheduling/v1/families/{id}/attendance': {
    path: {
      id: string;
    };
    query?: {
      /** At this session alone. */
      session?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Attendance[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List what was given out of a family’s calendar and cannot be called back */
  'GET /scheduling/v1/families/{id}/deliveries': {
    path: {
      id: string;
    };
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Delivery[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Make a calendar that a family or a member of staff can subscribe to */
  'POST /scheduling/v1/feeds': {
    body: CreateFeed;
    answers: {
      'application/json': Feed;
    };
  };
  /** Read a feed */
  'GET /scheduling/v1/feeds/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Feed;
    };
  };
  /** Change a feed's secret */
  'POST /scheduling/v1/feeds/{id}:rotate': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Feed;
    };
  };
  /** Read a calendar by its secret address */
  'GET /scheduling/v1/feeds/{secret}.ics': {
    path: {
      /** The municipality’s code, a hyphen and 43 characters. */
      secret: string;
    };
    answers: {
      'text/calendar': string;
    };
  };
  /** Open a group and its places */
  'POST /scheduling/v1/groups': {
    body: OpenGroup;
    answers: {
      'application/json': Group;
    };
  };
  /** List groups */
  'GET /scheduling/v1/groups': {
    query?: {
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly GroupSummary[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a group */
  'GET /scheduling/v1/groups/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Group;
    };
  };
  /** Let a member of staff join a group */
  'POST /scheduling/v1/groups/{id}:join-staff': {
    path: {
      id: string;
    };
    body: ChangeStaff;
    ifMatch: number | string;
    answers: {
      'application/json': GroupStaff;
    };
  };
  /** Place a group's course */
  'POST /scheduling/v1/groups/{id}:place-course': {
    path: {
      id: string;
    };
    body: PlaceCourse;
    ifMatch: number | string;
    answers: {
      'application/json': Course;
    };
  };
  /** Let a member of staff go from a group */
  'POST /scheduling/v1/groups/{id}:release-staff': {
    path: {
      id: string;
    };
    body: ChangeStaff;
    ifMatch: number | string;
    answers: {
      'application/json': GroupStaff;
    };
  };
  /** Name what a session, conversation or booking needs: a meal, an interpreter, child-minding */
  'POST /scheduling/v1/needs': {
    body: NameNeed;
    answers: {
      'application/json': NeedReceipt;
    };
  };
  /** List what appointments need, to order and to call off from */
  'GET /scheduling/v1/needs': {
    query?: {
      /** Of appointments on this day or later. */
      from?: string;
      /** Of appointments before this day. */
      until?: string;
      /** Of this session, theme evening or booking alone. */
      appointment?: string;
      /** Of this family alone. */
      family?: string;
      /** `open`: somebody has to arrange it, to arrange it anew, or to call it off. Left out: all but `not-needed`. */
      state?: 'open' | 'arranged' | 'not-needed';
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Need[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Note that it is arranged */
  'POST /scheduling/v1/needs/{id}:arrange': {
    path: {
      id: string;
    };
    body: ArrangeNeed;
    ifMatch: number | string;
    answers: {
      'application/json': NeedReceipt;
    };
  };
  /** Note that what was arranged is called off */
  'POST /scheduling/v1/needs/{id}:call-off': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': NeedReceipt;
    };
  };
  /** Change what is wanted */
  'POST /scheduling/v1/needs/{id}:change': {
    path: {
      id: string;
    };
    body: ChangeNeed;
    ifMatch: number | string;
    answers: {
      'application/json': NeedReceipt;
    };
  };
  /** Withdraw a need */
  'POST /scheduling/v1/needs/{id}:withdraw': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': NeedReceipt;
    };
  };
  /** Move a demonstration's clock */
  'PUT /scheduling/v1/operations/clock/{code}': {
    path: {
      code: string;
    };
    body: SetClock;
    answers: {
      'application/json': MunicipalityClock;
    };
  };
  /** List the events that could not be applied */
  'GET /scheduling/v1/operations/dead-letters': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly DeadLetter[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a parked event and why it could not be applied */
  'GET /scheduling/v1/operations/dead-letters/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': DeadLetterWithEvent;
    };
  };
  /** Apply a parked event again */
  'POST /scheduling/v1/operations/dead-letters/{id}:replay': {
    path: {
      id: string;
    };
    answers: {
      'application/json': {
        id: string;
      };
    };
  };
  /** Renew the incarnation after the service's database was restored */
  'POST /scheduling/v1/operations/incarnation:renew': {
    answers: {
      'application/json': IncarnationRenewed;
    };
  };
  /** Register a municipality and whose tokens count in it */
  'PUT /scheduling/v1/operations/municipalities/{code}': {
    path: {
      code: string;
    };
    body: RegisterMunicipality;
    answers: {
      'application/json': Municipality;
    };
  };
  /** Publish events again from an instant on */
  'POST /scheduling/v1/operations/outbox:republish': {
    body: Republish;
    answers: {
      'application/json': Republished;
    };
  };
  /** Tell consumers all that this service owns in a municipality */
  'POST /scheduling/v1/operations/snapshots:publish': {
    body: PublishSnapshots;
    answers: {
      'application/json': SnapshotsBegun;
    };
  };
  /** List what this service has heard of the bases from an epoch on */
  'GET /scheduling/v1/operations/told-bases': {
    query: {
      municipality: string;
      /** The epoch that the restored register stood at. */
      since: number;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': ToldBases;
    };
  };
  /** List one’s own attendance, or that of a child in one’s custody */
  'GET /scheduling/v1/persons/{id}/attendance': {
    path: {
      id: string;
    };
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly OwnAttendance[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List what was given out of the calendar of one’s own family, or of a child’s in one’s custody */
  'GET /scheduling/v1/persons/{id}/deliveries': {
    path: {
      id: string;
    };
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Delivery[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read what is held here on oneself, or on a child in one’s custody */
  'GET /scheduling/v1/persons/{id}/holdings': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Holdings;
    };
  };
  /** Read who may see what is held here on oneself, or on a child in one’s custody */
  'GET /scheduling/v1/persons/{id}/readers': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Readers;
    };
  };
  /** Add a room */
  'POST /scheduling/v1/rooms': {
    body: AddRoom;
    answers: {
      'application/json': Room;
    };
  };
  /** List the rooms */
  'GET /scheduling/v1/rooms': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Room[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a room */
  'GET /scheduling/v1/rooms/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Room;
    };
  };
  /** List the sessions that one runs and whose attendance can be noted */
  'GET /scheduling/v1/sessions': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly OwnSession[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Count a session’s absences by reason */
  'GET /scheduling/v1/sessions/{id}/absences': {
    path: {
      id: string;
    };
    answers: {
      'application/json': AbsencesClaim;
    };
  };
  /** Read the invitation of one person of a family to a session */
  'GET /scheduling/v1/sessions/{id}/invitation': {
    path: {
      id: string;
    };
    query: {
      /** In whose calendar the session is. */
      family: string;
      /** Whom it invites: an adult of the family, or a child that is linked to an account. Left out, it is the CANCEL of what was given to the family as a whole before each invitation had a recipient, or a 404. */
      recipient?: string;
    };
    answers: {
      'text/calendar': string;
    };
  };
  /** Cancel a session or theme evening */
  'POST /scheduling/v1/sessions/{id}:cancel': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Session;
    };
  };
  /** Cancel a session and the rest of its course */
  'POST /scheduling/v1/sessions/{id}:cancel-rest': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Course;
    };
  };
  /** Make up for a cancelled session */
  'POST /scheduling/v1/sessions/{id}:make-up': {
    path: {
      id: string;
    };
    body: MakeUpSession;
    ifMatch: number | string;
    answers: {
      'application/json': Session;
    };
  };
  /** Mark a session or theme evening as held */
  'POST /scheduling/v1/sessions/{id}:mark-held': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Session;
    };
  };
  /** Move a session or theme evening */
  'POST /scheduling/v1/sessions/{id}:move': {
    path: {
      id: string;
    };
    body: MoveSession;
    ifMatch: number | string;
    answers: {
      'application/json': Session;
    };
  };
  /** Move a session and the rest of its course */
  'POST /scheduling/v1/sessions/{id}:move-rest': {
    path: {
      id: string;
    };
    body: MoveRest;
    ifMatch: number | string;
    answers: {
      'application/json': Course;
    };
  };
  /** Add a member of staff */
  'POST /scheduling/v1/staff': {
    body: AddStaff;
    answers: {
      'application/json': Staff;
    };
  };
  /** List staff */
  'GET /scheduling/v1/staff': {
    query?: {
      /** A programme lead may ask for one unit. */
      unit?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Staff[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a member of staff */
  'GET /scheduling/v1/staff/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Staff;
    };
  };
  /** List groups with too few staff */
  'GET /scheduling/v1/staffing-alarms': {
    query?: {
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly StaffingAlarm[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
}

export type RegisterMunicipality = {
  /** The municipality’s realm in Keycloak. */
  issuer: string;
  /** Tokens of the issuer that the municipality has now count no longer; without this, 409. */
  replaceIssuer?: boolean;
};

export type Municipality = {
  code: string;
  issuer: string;
};

export type SetClock = {
  /** Milliseconds ahead of real time. */
  offsetMs: number;
};

export type MunicipalityClock = {
  code: string;
  now: string;
};

export type DeadLetter = {
  id: string;
  municipality: string;
  /** Who told it; `claims`: a question to its owner, that was refused. */
  source: string;
  /** Events of this key wait behind it; the others go on. Of a question it is what was asked about, and nothing waits. */
  orderKey: string;
  /** Its number among the source’s events of the key. */
  seq: number;
  type: string;
  /** Why it could not be applied: a kind of error and a code, no data. */
  reason: string;
  tries: number;
  parkedAt: string;
};

export type DeadLetterWithEvent = {
  id: string;
  municipality: string;
  /** Who told it; `claims`: a question to its owner, that was refused. */
  source: string;
  /** Events of this key wait behind it; the others go on. Of a question it is what was asked about, and nothing waits. */
  orderKey: string;
  /** Its number among the source’s events of the key. */
  seq: number;
  type: string;
  /** Why it could not be applied: a kind of error and a code, no data. */
  reason: string;
  tries: number;
  parkedAt: string;
  /** The CloudEvent: ids, codes and dates only. */
  event: Record<string, unknown>;
};

export type Republish = {
  /** Publish again what was recorded from this instant on. */
  since: string;
};

export type Republished = {
  events: number;
};

export type PublishSnapshots = {
  municipality: string;
};

export type SnapshotsBegun = {
  /** Order keys that will be told, families for the most part. */
  keys: number;
};

export type IncarnationRenewed = {
  /** None in a service that tells others nothing. */
  incarnation: string | null;
  /** Order keys that will be told, families for the most part. */
  keys: number;
};

export type ToldBases = {
  items: readonly {
    basis: string;
    family: string;
    /** At which it was last told. */
    epoch: number;
    ended: 'withdrawn' | 'ended' | 'used-up' | null;
    endedAt: string | null;
    validTo: string | null;
    /** Persons whom it covers no more, since a consent to it was taken back. */
    withdrawn: readonly string[];
  }[];
  /** The next page’s cursor; null on the last page. */
  next: string | null;
  /** How many there are on all pages. */
  total: number;
  /** Up to which every raise was applied, and the highest that was. */
  applied: number;
  /** Events of consent that wait in the stream or could not be applied; null where the bus does not say. */
  waiting: number | null;
};

export type Holdings = {
  personId: string;
  holdings: readonly {
    /** As in docs/access.md, 2.1. One of which nothing is held is left out. */
    category: string;
    /** How many things concern the person. */
    count: number;
    /** Of the oldest; null where it is not known. */
    since: string | null;
    /** Whose own they are. */
    units: readonly string[];
  }[];
};

export type Readers = {
  personId: string;
  readers: readonly {
    unit: string;
    /** Whoever holds it in the unit; null where the relation names none: whoever has a calendar’s link. */
    function: string | null;
    /** As in docs/access.md, 1.3. */
    relation: string;
    /** What they may see, as in docs/access.md, 2.1. */
    category: string;
    /** null where the category is under no purpose. */
    purpose: string | null;
    /** Ids of recorded bases, standing ones as `standing:<programme>:<purpose>:<layer>`; none where none is needed. */
    bases: readonly string[];
  }[];
};

export type AddRoom = {
  /** The unit whose room it is. */
  unit: string;
  name: string;
};

export type Room = {
  id: string;
  /** The unit whose room it is. */
  unit: string;
  name: string;
  version: number;
};

export type AddStaff = {
  /** The person's subject in the municipality's Keycloak realm. */
  sub: string;
  unit: string;
  /** What the person does in a group, as programme definitions name it: `group.staff.function`. */
  function?: string;
  name: string;
};

export type Staff = {
  id: string;
  sub: string;
  unit: string;
  function: string;
  name: string;
  version: number;
};

export type AddClosure = {
  name: string;
  /** The first closed day. */
  from: string;
  /** The first open day after. */
  until: string;
};

export type Closure = {
  id: string;
  name: string;
  /** The first closed day. */
  from: string;
  /** The first open day after. */
  until: string;
};

export type OpenGroup = {
  programme: string;
  name: string;
  /** Ids of staff, as many as the definition asks for. */
  staff: readonly string[];
  /** Where the sessions are; the room that they book. */
  room?: string;
  /** From when families can begin in it. */
  startsOn: string;
};

export type Group = {
  id: string;
  programme: string;
  /** The version in force on `startsOn`. */
  programmeVersion: number;
  name: string;
  /** The unit whose group it is. */
  unit: string;
  /** Where the sessions are; null without one. */
  room: string | null;
  startsOn: string;
  /** How many families there is room for. */
  capacity: number;
  /** Until when a family can begin in it; null before its course is placed, and where the definition does not say. */
  refillUntil: string | null;
  version: number;
  /** Ids of staff. */
  staff: readonly string[];
  /** Families in the group, and how many the programme asks for: `tooFew` is told before its course is placed, and after. */
  families: {
    seated: number;
    min: number;
    max: number;
    tooFew: boolean;
  };
  /** Who comes, for the meal: by the bands of age of the definition, on the first day. Null where it has none. */
  heads: GroupHeads | null;
  /** One for each family that there is room for. */
  places: readonly {
    id: string;
    /** Whether a family has the place. */
    taken: boolean;
    /** Who has the place; null while it is open. */
    seat?: {
      id: string;
      familyId: string;
      /** The day on which the family was given the place. */
      takenOn: string;
      /** The group's course is in the family's calendar. */
      booked: boolean;
      /** Sessions that the family could not be booked for, since it has another appointment. */
      clashes: readonly string[];
      /** With this family alone, first to last, those called off too. */
      conversations: readonly PlacedConversation[];
    } | null;
    /** What is there and is not shown. */
    withheld: readonly {
      /** Its fields are absent. */
      category: string;
      /** A slug of docs/access.md, section 10. */
      reason: string;
      /** The member whose part it is; absent where who is in the family is withheld. */
      person?: string;
    }[];
  }[];
  /** What its sessions need, first to last: meals and child-minding, without whose. Interpreters are families’. */
  needs: readonly GroupNeed[];
  /** Null until it is placed. */
  course: Course | null;
};

export type GroupHeads = {
  bands: readonly {
    code: string;
    text: {
      da: string;
      en: string;
    };
    /** How many are of the age. */
    heads: number;
  }[];
  /** Whose age is not known. */
  unknown: number;
  /** Families that are counted: those enrolled, of the seated ones whose seats are shown. */
  families: number;
  /** Families that come and are not counted, since their seats are withheld. */
  withheld: number;
};

export type PlacedConversation = {
  id: string;
  /** Which of the programme’s conversations. */
  conversation: string;
  /** A date in Denmark. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  minutes: number;
  /** Null where the group has none. */
  room: string | null;
  /** The same in UTC. */
  startsAt: string;
  endsAt: string;
  /** Null until it is marked as held. */
  heldOn: string | null;
  cancelled: boolean;
  version: number;
};

export type GroupNeed = {
  session: string;
  kind: 'meal' | 'child-minding';
  /** For how many: who comes, or how many children of its families are minded; null where a seat is withheld. */
  people: number | null;
  /** Something of it has to be arranged, or called off. */
  open: boolean;
};

export type Course = {
  id: string;
  /** As it was asked for: the first session is on this day or later. */
  from: string;
  /** As it was asked for: of the sessions, unless they were moved since; theme evenings may be on others. */
  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  /** Sessions and theme evenings, first to last. */
  sessions: readonly Session[];
};

export type Session = {
  id: string;
  kind: 'session' | 'theme-evening';
  /** Among those of its kind in the course. */
  number: number;
  /** A date in Denmark. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  minutes: number;
  /** Null where the group has none. */
  room: string | null;
  /** The same in UTC. */
  startsAt: string;
  endsAt: string;
  /** Null until it is marked as held. */
  heldOn: string | null;
  /** The session that was cancelled, and in whose place it is; null where it is in none’s. */
  replaces: string | null;
  cancelled: boolean;
  version: number;
};

export type GroupSummary = {
  id: string;
  programme: string;
  /** The version in force on `startsOn`. */
  programmeVersion: number;
  name: string;
  /** The unit whose group it is. */
  unit: string;
  /** Where the sessions are; null without one. */
  room: string | null;
  startsOn: string;
  /** How many families there is room for. */
  capacity: number;
  /** Until when a family can begin in it; null before its course is placed, and where the definition does not say. */
  refillUntil: string | null;
  version: number;
};

export type PlaceCourse = {
  /** The first session is on this day or later. */
  from: string;
  weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
};

export type MoveSession = {
  /** The new day, which is open. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  /** Left out, it stays in its room. */
  room?: string;
};

export type MoveRest = {
  /** The new day of the session named, which is open. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  /** Of all that are moved. Left out, each stays in its room. */
  room?: string;
};

export type MakeUpSession = {
  /** The day of the session that makes up for it, which is open. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  /** Left out, it is in the same room. */
  room?: string;
};

export type PlaceConversation = {
  group: string;
  /** It has a seat in the group. */
  family: string;
  /** Which of the programme’s conversations. */
  conversation: string;
  /** The day, which is open. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  /** Left out, it is in the group’s room. */
  room?: string;
};

export type PlacedConversationReceipt = {
  id: string;
  /** As the group shows it. */
  version: number;
};

export type OwnSession = {
  id: string;
  group: string;
  groupName: string;
  programme: string;
  kind: 'session' | 'theme-evening';
  /** Among those of its kind in the course. */
  number: number;
  /** A date in Denmark. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  minutes: number;
  /** The same in UTC. From then on it can be noted who came. */
  startsAt: string;
  /** Null until it is marked as held. */
  heldOn: string | null;
  /** Why somebody can be away: the definition’s. */
  reasons: readonly {
    code: string;
    text: {
      da: string;
      en: string;
    };
  }[];
  /** The last day on which attendance can be noted and corrected. */
  notableUntil: string;
};

export type RecordAttendance = {
  session: string;
  family: string;
  marks: readonly {
    /** Somebody of the family whom the session is for. */
    person: string;
    present: boolean;
    /** Why the person was away: a code of the definition. Null of who came. */
    reason: string | null;
  }[];
};

export type AttendanceReceipt = {
  id: string;
  session: string;
  family: string;
  /** As the list shows it. */
  version: number;
};

export type CorrectAttendance = {
  /** All of them, as they are to be: whoever is left out has none. */
  marks: readonly {
    /** Somebody of the family whom the session is for. */
    person: string;
    present: boolean;
    /** Why the person was away: a code of the definition. Null of who came. */
    reason: string | null;
  }[];
};

export type Attendance = {
  id: string;
  session: string;
  family: string;
  kind?: 'session' | 'theme-evening';
  /** The day of the session. */
  date?: string;
  marks?: readonly {
    person: string;
    present: boolean;
    reason: string | null;
  }[];
  /** When it was noted or corrected last. */
  recordedOn?: string;
  /** Counts how often it was corrected; 1 where the marks are withheld. */
  version: number;
  /** What is there and is not shown. */
  withheld: readonly {
    /** Its fields are absent. */
    category: string;
    /** A slug of docs/access.md, section 10. */
    reason: string;
    /** The member whose part it is; absent where who is in the family is withheld. */
    person?: string;
  }[];
};

export type AbsencesClaim = {
  sessionId: string;
  reasons: readonly {
    code: string;
    persons: number;
  }[];
};

export type OwnAttendance = {
  id: string;
  /** Which has it. */
  unit: string;
  session: string;
  kind: 'session' | 'theme-evening';
  /** The day of the session. */
  date: string;
  present: boolean;
  reason: string | null;
  /** When it was noted or corrected last. */
  recordedOn: string;
};

export type NameNeed = {
  kind: 'meal';
  /** The id of a session, a theme evening, a family’s conversation or a booking. */
  appointment: string;
} | {
  kind: 'interpreter';
  /** The id of a session, a theme evening, a family’s conversation or a booking. */
  appointment: string;
  /** Whose need it is. */
  family: string;
  /** What is spoken or signed: a language tag of BCP 47, such as `ar`, `uk` or `dsl` (Danish sign language). */
  language: string;
  /** Who of the family needs it, where that is one person. */
  person?: string;
  /** At a booking alone, which has none: in which programme. At a session or conversation it is the group’s. */
  programme?: string;
} | {
  kind: 'child-minding';
  /** The id of a session, a theme evening, a family’s conversation or a booking. */
  appointment: string;
  /** Whose need it is; left out, it is for all children of a session’s families. */
  family?: string;
  /** How many of the family’s children are minded. */
  children?: number;
  /** At a booking alone, which has none: in which programme. At a session or conversation it is the group’s. */
  programme?: string;
};

export type NeedReceipt = {
  id: string;
  /** As the list shows it. */
  version: number;
};

export type Need = {
  id: string;
  appointment: string;
  /** Whose session it is; null of a booking. */
  group: string | null;
  /** Null of a whole group’s, and of what a family that left had arranged. */
  family: string | null;
  /** Whose the appointment is. */
  unit: string;
  programme: string;
  /** A date in Denmark. */
  date: string;
  startTime: string;
  minutes: number;
  /** The same in UTC. */
  startsAt: string;
  room: string | null;
  kind?: 'meal' | 'interpreter' | 'child-minding';
  /** `to-rearrange`: the appointment was moved after it was arranged. `to-call-off`: it is no longer needed, and still arranged. */
  state?: 'named' | 'arranged' | 'to-rearrange' | 'to-call-off' | 'not-needed';
  /** A family’s: of an interpreter. */
  language?: string | null;
  /** A family’s: who needs the interpreter, where that is one person. */
  person?: string | null;
  /** For how many: counted by who comes, or the family’s children. Null of an interpreter, once withdrawn, and of a whole group’s where a seat in it is withheld. */
  people?: number | null;
  /** Of a meal at a session: who comes by band of age, counted by scheduling. Null of all else, and where the definition has no bands. */
  heads?: GroupHeads | null;
  /** Until it is called off; null where nothing was arranged. */
  arrangement?: {
    by: 'own-unit' | 'supplier';
    reference: string;
    on: string;
  } | null;
  namedOn?: string;
  /** When it was withdrawn, or its appointment was called off. */
  endedOn?: string | null;
  version: number;
  /** What is there and is not shown. */
  withheld: readonly {
    /** Its fields are absent. */
    category: string;
    /** A slug of docs/access.md, section 10. */
    reason: string;
    /** The member whose part it is; absent where who is in the family is withheld. */
    person?: string;
  }[];
};

export type ChangeNeed = {
  /** What is spoken or signed: a language tag of BCP 47, such as `ar`, `uk` or `dsl` (Danish sign language). */
  language?: string;
  /** Who of the family needs it, where that is one person. */
  person?: string;
  /** How many of the family’s children are minded. */
  children?: number;
};

export type ArrangeNeed = {
  /** Who meets it: staff of the unit, or a supplier. Nobody of a family interprets, and never a child. */
  by: 'own-unit' | 'supplier';
  /** By which the order is found: a number of the supplier’s, and nobody’s name. */
  reference: string;
};

export type BookRoom = {
  room: string;
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  minutes: number;
};

export type Booking = {
  id: string;
  /** The id of the room. */
  room: string;
  /** A date in Denmark. */
  date: string;
  /** The time on the wall in Denmark, HH:MM. */
  startTime: string;
  minutes: number;
  /** The same in UTC. */
  startsAt: string;
  endsAt: string;
  /** Null until it is marked as held. */
  heldOn: string | null;
  /** The room is free again. */
  cancelled: boolean;
  version: number;
};

export type CreateFeed = {
  for: 'family';
  family: string;
  /** Whose calendar it is: an adult of the family, or a child that is linked to an account. */
  recipient: string;
} | {
  for: 'staff';
  staff: string;
};

export type Feed = {
  id: string;
  for: 'family' | 'staff';
  /** The family or the member of staff. */
  subject: string;
  /** The person of the family that it is for. Null of staff’s, and of a family’s from before feeds had one: that one is closed and shows nothing. */
  recipient: string | null;
  /** The secret address. Told once, when it is made; null ever after. */
  url: string | null;
  version: number;
};

export type DueDelivery = {
  id: string;
  family: string;
  session: string;
  /** Null of an invitation that was given to the family as a whole before that. */
  recipient: string | null;
  /** The unit that took the invitation, and fetches its CANCEL. */
  unit: string;
  function: string;
  /** The last day on which it was given out. */
  lastOn: string;
  dueSince: string;
};

export type Delivery = {
  id: string;
  /** An invitation that somebody took to send it; a calendar that somebody subscribes to. */
  kind: 'invitation' | 'feed';
  /** The unit that took the invitation; null of a feed. */
  unit: string | null;
  /** In which function; null of a feed. */
  function: string | null;
  /** The feed; null of an invitation. */
  feed: string | null;
  /** The person whom it was for. Null of what was given to a family as a whole before that, and to a citizen where it was somebody else. */
  recipient: string | null;
  /** The first day on which it was given out. */
  firstOn: string;
  /** The last day. */
  lastOn: string;
  /** How many times. */
  times: number;
  /** `due`: the invitation may no longer be shown, or its session is off, and its CANCEL was not fetched yet; `given`: it was; `none`: there is nothing to call off. A feed empties itself. */
  cancel: 'due' | 'given' | 'none';
  /** Since when it is known that a CANCEL is due; null where none is. */
  cancelDueSince: string | null;
};

export type ChangeStaff = {
  /** A member of staff. */
  staff: string;
};

export type GroupStaff = {
  /** The group’s. */
  id: string;
  /** Ids of staff who run it now. */
  staff: readonly string[];
  /** What it lacks; empty where it has what the definition asks for. */
  short: readonly {
    /** Of which there are too few. */
    function: string;
    /** How many the definition asks for. */
    needed: number;
    /** How many there are. */
    present: number;
  }[];
  version: number;
};

export type StaffingAlarm = {
  id: string;
  group: string;
  programme: string;
  /** Whose group it is. */
  unit: string;
  /** Of which there are too few. */
  function: string;
  /** How many the definition asks for. */
  needed: number;
  /** How many there are. */
  present: number;
  /** Since when there are too few. */
  since: string;
};

export type Problem = {
  /** The address of a page about this kind of problem. */
  type: string;
  /** In the language that Accept-Language asks for, English unless it says da. */
  title: string;
  titles: {
    da: string;
    en: string;
  };
  status: number;
  /** What was wrong with this request. */
  detail?: string;
  details?: {
    da: string;
    en: string;
  };
  /** The request, as the service’s log knows it. */
  instance: string;
  /** The fields at fault and the rule that each breaks, twenty at most. */
  errors?: readonly {
    field: string;
    rule: string;
    message?: {
      da: string;
      en: string;
    };
  }[];
};
