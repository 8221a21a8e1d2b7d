// Written by `npm run contracts:write` from docs/openapi/family-plan.json; CI fails when it is stale. Not to be changed by hand.

/** Method and path → what is asked and what is answered. */
export interface Routes {
  /** Say whether the process lives */
  'GET /family-plan/health/live': {
    answers: {
      'application/json': {
        status: 'live';
      };
    };
  };
  /** Say whether the service can answer */
  'GET /family-plan/health/ready': {
    answers: {
      'application/json': {
        status: 'ready' | 'degraded' | 'down' | 'stopping';
        dependencies: Record<string, 'up' | 'down'>;
      };
    };
  };
  /** Record what a child said, in its own words */
  'POST /family-plan/v1/child-views': {
    body: RecordChildView;
    answers: {
      'application/json': ChildViewReceipt;
    };
  };
  /** Close a child’s view to its parents: the child takes its word back, or an authority its decision */
  'POST /family-plan/v1/child-views/{id}:close': {
    path: {
      id: string;
    };
    answers: {
      'application/json': ChildViewReceipt;
    };
  };
  /** Open a child’s view to its parents: the child agreed, or an authority decides it */
  'POST /family-plan/v1/child-views/{id}:open': {
    path: {
      id: string;
    };
    body: OpenChildView;
    answers: {
      'application/json': ChildViewReceipt;
    };
  };
  /** Clear an employee for a colleague’s record, for a period */
  'POST /family-plan/v1/clearances': {
    body: GiveClearance;
    answers: {
      'application/json': Clearance;
    };
  };
  /** End a clearance before its time */
  'POST /family-plan/v1/clearances/{id}:end': {
    path: {
      id: string;
    };
    body: End;
    ifMatch: number | string;
    answers: {
      'application/json': Clearance;
    };
  };
  /** Record a conversation that was held with a family, and keep the plan as it stood */
  'POST /family-plan/v1/conversations': {
    body: RecordConversation;
    answers: {
      'application/json': ConversationReceipt;
    };
  };
  /** Read a conversation, with the goals as they stood when it was held */
  'GET /family-plan/v1/conversations/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Conversation;
    };
  };
  /** Record who holds custody of a child, and when */
  'POST /family-plan/v1/custody': {
    body: RecordCustody;
    answers: {
      'application/json': CustodyReceipt;
    };
  };
  /** List the children whose custody ends before long: parents’ bases and access end with it */
  'GET /family-plan/v1/custody-tasks': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly CustodyTask[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** End custody on a day, earlier than it was to end */
  'POST /family-plan/v1/custody/{id}:end': {
    path: {
      id: string;
    };
    body: End;
    ifMatch: number | string;
    answers: {
      'application/json': CustodyReceipt;
    };
  };
  /** Say which person an employee is, or is a relative of */
  'POST /family-plan/v1/employee-relations': {
    body: SetEmployeeRelation;
    answers: {
      'application/json': EmployeeRelation;
    };
  };
  /** List employees’ own persons and relatives */
  'GET /family-plan/v1/employee-relations': {
    query?: {
      /** Of this employee only. */
      sub?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly EmployeeRelation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** End an employee’s relation to a person on a day */
  'POST /family-plan/v1/employee-relations/{id}:end': {
    path: {
      id: string;
    };
    body: End;
    ifMatch: number | string;
    answers: {
      'application/json': EmployeeRelation;
    };
  };
  /** List enrolments */
  'GET /family-plan/v1/enrolments': {
    query?: {
      programme?: string;
      groupId?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Enrolment[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Count a family's members by age */
  'GET /family-plan/v1/enrolments/{id}/heads': {
    path: {
      id: string;
    };
    query: {
      /** Ages are in whole years on this day. */
      on: string;
      /** Of the programme's definition, whose bands count. */
      programmeVersion: number;
    };
    answers: {
      'application/json': HeadsClaim;
    };
  };
  /** Read a family */
  'GET /family-plan/v1/families/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Family;
    };
  };
  /** Read who of a family is of age, and the birth dates of the others */
  'GET /family-plan/v1/families/{id}/birth-dates': {
    path: {
      id: string;
    };
    answers: {
      'application/json': BirthDatesClaim;
    };
  };
  /** List what a family’s children said */
  'GET /family-plan/v1/families/{id}/child-views': {
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
        items: readonly ChildView[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List the conversations held with a family */
  'GET /family-plan/v1/families/{id}/conversations': {
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
        items: readonly ConversationSummary[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List who holds custody of a family’s children */
  'GET /family-plan/v1/families/{id}/custody': {
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
        items: readonly Custody[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
        /** What the family’s referral told of children who were known before it, and nobody has recorded: no custody, and no item. Whole on each page. */
        told: readonly ToldCustody[];
        /** Of which children custody is not shown, and why; its rows are no items. */
        withheld: readonly {
          /** Its fields are absent. */
          category: string;
          /** A slug of docs/access.md, section 10. */
          reason: string;
          /** The member whose part it is; absent where who is in the family is withheld. */
          person?: string;
        }[];
      };
    };
  };
  /** List a family's enrolments */
  'GET /family-plan/v1/families/{id}/enrolments': {
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
        items: readonly Enrolment[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List a family’s goals, offered, agreed and left */
  'GET /family-plan/v1/families/{id}/goals': {
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
        items: readonly Goal[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List the observations offered to a family */
  'GET /family-plan/v1/families/{id}/observations': {
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
        items: readonly Observation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Print a family’s plan for one of the family */
  'GET /family-plan/v1/families/{id}/printed-plan': {
    path: {
      id: string;
    };
    query: {
      /** Whom of the family it is for. */
      recipient: string;
      /** Left out, the first of the two in `Accept-Language`, or Danish. */
      lang?: 'da' | 'en';
    };
    answers: {
      'text/html': string;
    };
  };
  /** Print a family’s plan as PDF */
  'GET /family-plan/v1/families/{id}/printed-plan.pdf': {
    path: {
      id: string;
    };
    query: {
      /** Whom of the family it is for. */
      recipient: string;
      /** Left out, the first of the two in `Accept-Language`, or Danish. */
      lang?: 'da' | 'en';
    };
    answers: {
      'application/pdf': string;
    };
  };
  /** List the registrations of a family’s children */
  'GET /family-plan/v1/families/{id}/registrations': {
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
        items: readonly Registration[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List who is tied to a family */
  'GET /family-plan/v1/families/{id}/relations': {
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
        items: readonly Relation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List the videos of a family */
  'GET /family-plan/v1/families/{id}/videos': {
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
        items: readonly Video[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Offer a work point to the parents as a goal, or note a goal that the family says itself */
  'POST /family-plan/v1/goals': {
    body: SetGoal;
    answers: {
      'application/json': GoalReceipt;
    };
  };
  /** Note that somebody of the family accepts a goal, in that person’s own words */
  'POST /family-plan/v1/goals/{id}:accept': {
    path: {
      id: string;
    };
    body: AcceptGoal;
    answers: {
      'application/json': GoalReceipt;
    };
  };
  /** Plan what somebody does towards a goal, and by when */
  'POST /family-plan/v1/goals/{id}:add-action': {
    path: {
      id: string;
    };
    body: AddAction;
    answers: {
      'application/json': StepReceipt;
    };
  };
  /** Note what the family could do towards a goal: an option, no task */
  'POST /family-plan/v1/goals/{id}:add-option': {
    path: {
      id: string;
    };
    body: AddOption;
    answers: {
      'application/json': StepReceipt;
    };
  };
  /** Note that the family leaves a goal */
  'POST /family-plan/v1/goals/{id}:leave': {
    path: {
      id: string;
    };
    answers: {
      'application/json': GoalReceipt;
    };
  };
  /** Note that an action of a goal is done, dropped, or to be done after all */
  'POST /family-plan/v1/goals/{id}:move-action': {
    path: {
      id: string;
    };
    body: MoveAction;
    answers: {
      'application/json': StepReceipt;
    };
  };
  /** List the links between citizens’ accounts and persons */
  'GET /family-plan/v1/links': {
    query?: {
      /** Of this account only. */
      sub?: string;
      /** Of this person only. */
      personId?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Link[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** End the link between an account and a person */
  'POST /family-plan/v1/links/{id}:end': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Link;
    };
  };
  /** Tie one’s own account to the person that a one-time code was made for */
  'POST /family-plan/v1/links:redeem': {
    body: RedeemLinkCode;
    answers: {
      'application/json': Link;
    };
  };
  /** Offer a parent an observation of the interaction with a child (MIM) */
  'POST /family-plan/v1/observations': {
    body: OfferObservation;
    answers: {
      'application/json': ObservationReceipt;
    };
  };
  /** Read an observation */
  'GET /family-plan/v1/observations/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Observation;
    };
  };
  /** Note that the parent accepts the offer */
  'POST /family-plan/v1/observations/{id}:accept': {
    path: {
      id: string;
    };
    answers: {
      'application/json': ObservationReceipt;
    };
  };
  /** Add to the note of an observation */
  'POST /family-plan/v1/observations/{id}:amend': {
    path: {
      id: string;
    };
    body: AmendObservation;
    answers: {
      'application/json': ObservationReceipt;
    };
  };
  /** Note that the parent declines the offer */
  'POST /family-plan/v1/observations/{id}:decline': {
    path: {
      id: string;
    };
    answers: {
      'application/json': ObservationReceipt;
    };
  };
  /** Note what was seen */
  'POST /family-plan/v1/observations/{id}:note': {
    path: {
      id: string;
    };
    body: NoteObservation;
    answers: {
      'application/json': ObservationReceipt;
    };
  };
  /** Move a demonstration's clock */
  'PUT /family-plan/v1/operations/clock/{code}': {
    path: {
      code: string;
    };
    body: SetClock;
    answers: {
      'application/json': MunicipalityClock;
    };
  };
  /** List the events that could not be applied */
  'GET /family-plan/v1/operations/dead-letters': {
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
  'GET /family-plan/v1/operations/dead-letters/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': DeadLetterWithEvent;
    };
  };
  /** Apply a parked event again */
  'POST /family-plan/v1/operations/dead-letters/{id}:replay': {
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
  'POST /family-plan/v1/operations/incarnation:renew': {
    answers: {
      'application/json': IncarnationRenewed;
    };
  };
  /** Register a municipality and whose tokens count in it */
  'PUT /family-plan/v1/operations/municipalities/{code}': {
    path: {
      code: string;
    };
    body: RegisterMunicipality;
    answers: {
      'application/json': Municipality;
    };
  };
  /** Publish events again from an instant on */
  'POST /family-plan/v1/operations/outbox:republish': {
    body: Republish;
    answers: {
      'application/json': Republished;
    };
  };
  /** Tell consumers all that this service owns in a municipality */
  'POST /family-plan/v1/operations/snapshots:publish': {
    body: PublishSnapshots;
    answers: {
      'application/json': SnapshotsBegun;
    };
  };
  /** List what this service has heard of the bases from an epoch on */
  'GET /family-plan/v1/operations/told-bases': {
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
  /** Read what one said as a child, or what a child in one’s custody said and is open to its parents */
  'GET /family-plan/v1/persons/{id}/child-views': {
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
        items: readonly OwnChildView[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read what is held here on oneself, or on a child in one’s custody */
  'GET /family-plan/v1/persons/{id}/holdings': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Holdings;
    };
  };
  /** Make a one-time code that ties a citizen’s account to the person */
  'POST /family-plan/v1/persons/{id}/link-codes': {
    path: {
      id: string;
    };
    answers: {
      'application/json': LinkCode;
    };
  };
  /** Read the observations of oneself, or of a child in one’s custody */
  'GET /family-plan/v1/persons/{id}/observations': {
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
        items: readonly OwnObservation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read who may see what is held here on oneself, or on a child in one’s custody */
  'GET /family-plan/v1/persons/{id}/readers': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Readers;
    };
  };
  /** List the videos in which one is seen, or a child in one’s custody */
  'GET /family-plan/v1/persons/{id}/videos': {
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
        items: readonly OwnVideo[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Record that a person was informed of what is held on it, or why not */
  'POST /family-plan/v1/privacy-notices': {
    body: RecordPrivacyNotice;
    answers: {
      'application/json': PrivacyNoticeReceipt;
    };
  };
  /** List who was informed of what is held on them, and who is still to be */
  'GET /family-plan/v1/privacy-notices': {
    query?: {
      /** `outstanding`: whom somebody is still to inform. */
      state?: 'outstanding' | 'given' | 'not-given';
      familyId?: string;
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly PrivacyNotice[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Fill in the programme’s registration form about a child, with what the institution would work on */
  'POST /family-plan/v1/registrations': {
    body: FillRegistration;
    answers: {
      'application/json': RegistrationReceipt;
    };
  };
  /** Tie a family coordinator, team member, contact pedagogue, partner or a child’s institution to a family */
  'POST /family-plan/v1/relations': {
    body: SetRelation;
    answers: {
      'application/json': Relation;
    };
  };
  /** End a relation on a day, earlier than it was to end */
  'POST /family-plan/v1/relations/{id}:end': {
    path: {
      id: string;
    };
    body: End;
    ifMatch: number | string;
    answers: {
      'application/json': Relation;
    };
  };
  /** Register a video that the unit keeps in its own store */
  'POST /family-plan/v1/videos': {
    body: RegisterVideo;
    answers: {
      'application/json': VideoReceipt;
    };
  };
  /** Read what is registered of a video */
  'GET /family-plan/v1/videos/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Video;
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

export type Family = {
  id: string;
  /** Prospective from its referral until it is enrolled. */
  state?: 'prospective' | 'enrolled';
  /** The day that what is held on a prospective family is erased; null while it is not to be. */
  eraseOn?: string | null;
  /** Who live together; a family may have several. */
  households?: readonly {
    id: string;
    /** Null where the referral named none. */
    address?: string | null;
  }[];
  members?: readonly {
    /** The same in every referral and plan that the person is in. */
    personId: string;
    role: 'parent' | 'child' | 'other';
    name?: string;
    /** Null where the referral told none. */
    birthDate?: string | null;
    /** Two for a child who lives with each of its parents. */
    households: readonly string[];
    /** Of a child: who holds custody today. */
    custodyHolders?: readonly string[];
  }[];
  /** Counts changes of state and eraseOn; 1 where these are withheld. */
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

export type BirthDatesClaim = {
  familyId: string;
  members: readonly {
    personId: string;
    /** By birth date; where none is known, by not having the role of a child. */
    adult: boolean;
    /** Null for an adult, and for a child whose birth date is not known. */
    birthDate: string | null;
  }[];
};

export type Enrolment = {
  id: string;
  familyId: string;
  /** The referral that led to it. */
  referralId?: string;
  programme: string;
  /** The place that the family was given. */
  placeId?: string;
  /** The group that the place is in. */
  groupId?: string;
  enrolledOn?: string;
  /** Null while the family is enrolled. */
  endedOn?: string | null;
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

export type HeadsClaim = {
  enrolmentId: string;
  on: string;
  bands: readonly {
    code: string;
    heads: number;
  }[];
  /** Members whose birth date is not known. */
  unknown: number;
};

export type Custody = {
  id: string;
  childId: string;
  holderId: string;
  /** Null: since before it was told here. */
  from: string | null;
  /** The first day on which it no longer holds. */
  to: string | null;
  version: number;
};

export type ToldCustody = {
  childId: string;
  /** Who holds custody, according to the referral. */
  holderId: string;
  toldOn: string;
  /** The unit that sent the referral. */
  toldBy: string;
  referralId: string;
};

export type CustodyTask = {
  familyId: string;
  /** The child. */
  personId: string;
  /** The first day on which custody no longer holds. */
  endsOn: string;
  /** A custody was recorded or ended with that day, or the child comes of age on it. */
  because: 'custody-ended' | 'majority';
};

export type RecordCustody = {
  /** A family that both are in. */
  familyId: string;
  childId: string;
  /** Who holds custody. */
  holderId: string;
  from: string;
  /** The first day on which it no longer holds. */
  to?: string;
};

export type CustodyReceipt = {
  id: string;
  familyId: string;
  /** As the list shows it; 1 where custody is withheld, and where it was just noted. */
  version: number;
};

export type End = {
  /** The first day on which it no longer holds; today unless given. */
  on?: string;
};

export type ChildView = {
  id: string;
  familyId: string;
  programme: string;
  personId?: string;
  said?: string;
  how?: 'told' | 'drawn' | 'written';
  toldOn?: string;
  /** Who let the parents read it; null: nobody. */
  openTo?: {
    by: 'child' | 'authority';
    on: string;
    /** Where it was noted. */
    unit: string;
    /** Of an authority’s decision. */
    paragraph: string | null;
    /** Of an authority’s decision. */
    reason: string | null;
  } | null;
  /** Counts how often it was opened and closed; 1 where the view is withheld. */
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

export type OwnChildView = {
  id: string;
  /** Which has it. */
  unit: string;
  personId: string;
  said: string;
  how: 'told' | 'drawn' | 'written';
  toldOn: string;
  /** Who let the parents read it; null: nobody. */
  openTo: {
    by: 'child' | 'authority';
    on: string;
    /** Where it was noted. */
    unit: string;
    /** Of an authority’s decision. */
    paragraph: string | null;
    /** Of an authority’s decision. */
    reason: string | null;
  } | null;
};

export type RecordChildView = {
  familyId: string;
  /** A child of the family. */
  personId: string;
  /** Left out, the one by which whoever records it reaches the family. */
  programme?: string;
  /** The child’s own words, or what the drawing shows as the child told it. */
  said: string;
  how: 'told' | 'drawn' | 'written';
  /** Today or before. */
  toldOn: string;
};

export type ChildViewReceipt = {
  id: string;
  familyId: string;
  /** As the list shows it. */
  version: number;
};

export type OpenChildView = {
  /** The child agreed. */
  by: 'child';
} | {
  /** An authority decided it. */
  by: 'authority';
  /** As whoever decides cites it. */
  paragraph: string;
  reason: string;
};

export type FillRegistration = {
  familyId: string;
  /** A child of the family. */
  personId: string;
  /** Left out, the one by which whoever fills it in reaches the family. */
  programme?: string;
  /** Today or before. */
  filledOn: string;
  answers: readonly {
    /** As the form of the programme’s definition has it. */
    field: string;
    said: string;
  }[];
  /** What the institution would work on, in its own words. */
  workPoints?: readonly string[];
};

export type RegistrationReceipt = {
  id: string;
  familyId: string;
};

export type Registration = {
  id: string;
  familyId: string;
  programme: string;
  personId?: string;
  /** Which wrote it. */
  unit?: string;
  /** The unit’s first of the child is 1. */
  number?: number;
  /** Of the definition whose form was filled in. */
  programmeVersion?: number;
  filledOn?: string;
  answers?: readonly {
    /** As the form of the programme’s definition has it. */
    field: string;
    text: {
      da: string;
      en: string;
    };
    said: string;
  }[];
  workPoints?: readonly {
    id: string;
    point: string;
  }[];
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

export type SetGoal = {
  /** It is offered; a goal once everybody of the family who holds custody of the child accepts it. */
  from: 'work-point';
  familyId: string;
  /** Of a registration of the family. */
  workPointId: string;
} | {
  /** Somebody of the family says it: a goal at once. */
  from: 'family';
  familyId: string;
  /** Left out, the one by which whoever notes it reaches the family. */
  programme?: string;
  /** Whose goal it is; left out, the whole family’s. */
  memberId?: string;
  words: {
    /** Whose words they are. */
    personId: string;
    /** As it was said. */
    said: string;
    /** Today or before. */
    saidOn: string;
  };
};

export type GoalReceipt = {
  id: string;
  familyId: string;
};

export type AcceptGoal = {
  /** Whose words they are. */
  personId: string;
  /** As it was said. */
  said: string;
  /** Today or before. */
  saidOn: string;
};

export type Goal = {
  id: string;
  familyId: string;
  programme: string;
  state?: 'offered' | 'agreed' | 'left';
  /** Whose it is; null: the whole family’s. */
  memberId?: string | null;
  /** The institution’s own point, which stands in its registration. */
  workPointId?: string | null;
  words?: readonly {
    personId: string;
    said: string;
    saidOn: string;
  }[];
  /** What the family could do: nobody’s task. */
  options?: readonly {
    id: string;
    text: string;
    namedOn: string;
  }[];
  actions?: readonly {
    id: string;
    text: string;
    /** Who does it. */
    doer: {
      /** Somebody of the family. */
      by: 'member';
      personId: string;
    } | {
      /** Whoever has the function there. */
      by: 'unit';
      unit: string;
      function: string;
    };
    dueOn: string;
    state: 'planned' | 'done' | 'dropped';
    movedOn: string;
  }[];
  setOn?: string;
  agreedOn?: string | null;
  leftOn?: string | null;
  /** The institution’s own point, in its own words; of what the family says itself there is none. */
  workPoint?: {
    point: string;
    /** Which wrote it. */
    unit: string;
    /** The day of the registration in which it stands. */
    filledOn: string;
  };
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

export type AddOption = {
  text: string;
};

export type StepReceipt = {
  id: string;
  familyId: string;
};

export type AddAction = {
  text: string;
  /** Who does it. */
  doer: {
    /** Somebody of the family. */
    by: 'member';
    personId: string;
  } | {
    /** Whoever has the function there. */
    by: 'unit';
    unit: string;
    function: string;
  };
  dueOn: string;
};

export type MoveAction = {
  /** Of that goal. */
  actionId: string;
  state: 'planned' | 'done' | 'dropped';
};

export type RecordConversation = {
  familyId: string;
  /** Left out, the one by which whoever records it reaches the family. */
  programme?: string;
  /** As the programme’s definition has it. */
  conversation: string;
  /** Today or before. */
  heldOn: string;
  participants: readonly ({
    /** Somebody of the family. */
    by: 'member';
    personId: string;
  } | {
    /** Somebody who has the function there; each that came stands for itself. */
    by: 'unit';
    unit: string;
    function: string;
  })[];
  /** Who was to take part and did not. */
  missing?: readonly {
    who: {
      /** Somebody of the family. */
      by: 'member';
      personId: string;
    } | {
      /** Nobody with the function came. */
      by: 'function';
      function: string;
    };
    /** Why not. */
    reason: string;
  }[];
  /** What became of goals and actions, before they are kept with it. */
  moves?: readonly ({
    /** The family lets the goal go. */
    what: 'leave';
    goalId: string;
  } | {
    what: 'action';
    goalId: string;
    actionId: string;
    state: 'planned' | 'done' | 'dropped';
  })[];
};

export type ConversationReceipt = {
  id: string;
  familyId: string;
};

export type ConversationSummary = {
  id: string;
  familyId: string;
  programme: string;
  /** What is there and is not shown. */
  withheld: readonly {
    /** Its fields are absent. */
    category: string;
    /** A slug of docs/access.md, section 10. */
    reason: string;
    /** The member whose part it is; absent where who is in the family is withheld. */
    person?: string;
  }[];
  conversation?: string;
  /** As the definition calls it. */
  text?: {
    da: string;
    en: string;
  };
  /** Of the definition that said who must attend. */
  programmeVersion?: number;
  /** Where it was noted. */
  unit?: string;
  heldOn?: string;
  participants?: readonly ({
    /** Somebody of the family. */
    by: 'member';
    personId: string;
  } | {
    /** Somebody who has the function there; each that came stands for itself. */
    by: 'unit';
    unit: string;
    function: string;
  })[];
  missing?: readonly {
    who: {
      /** Somebody of the family. */
      by: 'member';
      personId: string;
    } | {
      /** Nobody with the function came. */
      by: 'function';
      function: string;
    };
    /** Why not. */
    reason: string;
  }[];
};

export type Conversation = {
  id: string;
  familyId: string;
  programme: string;
  /** What is there and is not shown. */
  withheld: readonly {
    /** Its fields are absent. */
    category: string;
    /** A slug of docs/access.md, section 10. */
    reason: string;
    /** The member whose part it is; absent where who is in the family is withheld. */
    person?: string;
  }[];
  conversation?: string;
  /** As the definition calls it. */
  text?: {
    da: string;
    en: string;
  };
  /** Of the definition that said who must attend. */
  programmeVersion?: number;
  /** Where it was noted. */
  unit?: string;
  heldOn?: string;
  participants?: readonly ({
    /** Somebody of the family. */
    by: 'member';
    personId: string;
  } | {
    /** Somebody who has the function there; each that came stands for itself. */
    by: 'unit';
    unit: string;
    function: string;
  })[];
  missing?: readonly {
    who: {
      /** Somebody of the family. */
      by: 'member';
      personId: string;
    } | {
      /** Nobody with the function came. */
      by: 'function';
      function: string;
    };
    /** Why not. */
    reason: string;
  }[];
  /** The goals of the programme, as they stood when it was held. */
  goals?: readonly {
    state: 'offered' | 'agreed' | 'left';
    /** Whose it is; null: the whole family’s. */
    memberId: string | null;
    /** The institution’s own point, which stands in its registration. */
    workPointId: string | null;
    words: readonly {
      personId: string;
      said: string;
      saidOn: string;
    }[];
    /** What the family could do: nobody’s task. */
    options: readonly {
      id: string;
      text: string;
      namedOn: string;
    }[];
    actions: readonly {
      id: string;
      text: string;
      /** Who does it. */
      doer: {
        /** Somebody of the family. */
        by: 'member';
        personId: string;
      } | {
        /** Whoever has the function there. */
        by: 'unit';
        unit: string;
        function: string;
      };
      dueOn: string;
      state: 'planned' | 'done' | 'dropped';
      movedOn: string;
    }[];
    setOn: string;
    agreedOn: string | null;
    leftOn: string | null;
    id: string;
  }[];
};

export type RecordPrivacyNotice = {
  familyId: string;
  /** Somebody of the family: also one of its network. */
  personId: string;
  /** Left out, the one by which whoever notes it reaches the family. */
  programme?: string;
  /** The person was informed, in the words of the definition. */
  outcome: 'given';
  /** Today or before. */
  on: string;
  how: 'in-person' | 'phone' | 'letter' | 'digital-post';
} | {
  familyId: string;
  /** Somebody of the family: also one of its network. */
  personId: string;
  /** Left out, the one by which whoever notes it reaches the family. */
  programme?: string;
  /** The person was not, and it is noted why. */
  outcome: 'not-given';
  /** A code that names no paragraph. `other` needs a note. Nothing here says that it is lawful. */
  reason: 'known-already' | 'out-of-reach' | 'disproportionate' | 'would-harm' | 'secrecy' | 'other';
  /** More of why not. */
  note?: string;
};

export type PrivacyNoticeReceipt = {
  id: string;
  familyId: string;
};

export type PrivacyNotice = {
  familyId: string;
  programme: string;
  personId: string;
  /** `outstanding`: nothing was noted. What was noted last counts. */
  state: 'outstanding' | 'given' | 'not-given';
  /** Of the definition whose text was given, or is to be; null where none was in force. */
  programmeVersion: number | null;
  /** What the person is told, paragraph by paragraph; null where the definition has no text. */
  text: readonly {
    da: string;
    en: string;
  }[] | null;
  /** When it was given, or noted that it was not. */
  on?: string;
  how?: 'in-person' | 'phone' | 'letter' | 'digital-post';
  /** A code that names no paragraph. `other` needs a note. Nothing here says that it is lawful. */
  reason?: 'known-already' | 'out-of-reach' | 'disproportionate' | 'would-harm' | 'secrecy' | 'other';
  note?: string;
  /** Who noted it, and in which function. */
  by?: {
    sub: string;
    unit: string;
    function: string;
  };
  recordedOn?: string;
};

export type OfferObservation = {
  familyId: string;
  /** A child of the family. */
  personId: string;
  /** The parent to whom it is offered. */
  parentId: string;
  /** Left out, the one by which whoever offers it reaches the family. */
  programme?: string;
};

export type ObservationReceipt = {
  id: string;
  familyId: string;
};

export type NoteObservation = {
  /** Today or before, and not before the offer. */
  heldOn: string;
  /** What was seen, in the psychologist’s own words. */
  note: string;
};

export type AmendObservation = {
  /** What was seen, in the psychologist’s own words. */
  note: string;
};

export type Observation = {
  id: string;
  familyId: string;
  programme: string;
  /** The child. */
  personId?: string;
  /** The psychologist’s. */
  unit?: string;
  state?: 'offered' | 'accepted' | 'declined' | 'noted';
  offeredOn?: string;
  answeredOn?: string | null;
  heldOn?: string | null;
  /** The day on which it is deleted. */
  deleteOn?: string;
  /** As it was noted, and what was added later; oldest first. */
  notes?: readonly {
    number: number;
    notedOn: string;
    note: string;
  }[];
  parentId?: string;
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

export type OwnObservation = {
  id: string;
  /** The child. */
  personId: string;
  /** The psychologist’s. */
  unit: string;
  state: 'offered' | 'accepted' | 'declined' | 'noted';
  offeredOn: string;
  answeredOn: string | null;
  heldOn: string | null;
  /** The day on which it is deleted. */
  deleteOn: string;
  /** To the parent who was observed, and to the child itself; oldest first. */
  notes?: readonly {
    number: number;
    notedOn: string;
    note: string;
  }[];
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

export type RegisterVideo = {
  familyId: string;
  /** The members of the family who are seen or heard in it. */
  persons: readonly string[];
  /** Left out, the one by which whoever registers it reaches the family. */
  programme?: string;
  /** At which it was filmed. */
  occasion: 'session' | 'conversation' | 'observation' | 'other';
  /** Today or before. */
  filmedOn: string;
  /** What the unit’s own store calls the file. It names nobody. */
  reference: string;
};

export type VideoReceipt = {
  id: string;
  familyId: string;
};

export type Video = {
  id: string;
  familyId: string;
  programme: string;
  /** Which keeps it. */
  unit?: string;
  /** At which it was filmed. */
  occasion?: 'session' | 'conversation' | 'observation' | 'other';
  filmedOn?: string;
  /** The day on which it is deleted. */
  deleteOn?: string;
  personIds?: readonly string[];
  reference?: string;
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

export type OwnVideo = {
  id: string;
  /** Which keeps it. */
  unit: string;
  /** At which it was filmed. */
  occasion: 'session' | 'conversation' | 'observation' | 'other';
  filmedOn: string;
  /** The day on which it is deleted. */
  deleteOn: string;
};

export type Relation = {
  id: string;
  familyId: string;
  programme: string;
  kind: 'coordinator' | 'team' | 'contact' | 'partner' | 'institution';
  sub: string | null;
  unit: string;
  function: string | null;
  from: string;
  to: string | null;
  version: number;
};

export type SetRelation = {
  familyId: string;
  /** The programme whose things the relation reaches. */
  programme: string;
  kind: 'coordinator' | 'team' | 'contact' | 'partner' | 'institution';
  /** Who, by the account in Keycloak; not for a partner, who is a function in a unit, nor for an institution. */
  sub?: string;
  unit: string;
  /** Not for an institution, which is a unit. */
  function?: string;
  /** The child who attends the institution; for no other kind. */
  personId?: string;
  /** Today unless given. */
  from?: string;
  /** The first day on which it no longer holds. */
  to?: string;
};

export type SetEmployeeRelation = {
  /** The employee's account in the municipality's Keycloak realm. */
  sub: string;
  /** The employee is the person, or is disqualified for that person’s case: a relative, or for another ground, which is not kept. */
  kind: 'own-person' | 'relative';
  /** Ten digits, with or without a hyphen. Kept encrypted, never shown again. */
  cpr: string;
  /** Today unless given. */
  from?: string;
  /** The first day on which it no longer holds. */
  to?: string;
};

export type EmployeeRelation = {
  id: string;
  sub: string;
  kind: 'own-person' | 'relative';
  from: string;
  to: string | null;
  version: number;
};

export type GiveClearance = {
  familyId: string;
  /** The employee who is cleared, by the account in Keycloak. */
  sub: string;
  unit: string;
  /** The function, in the unit, that the employee is cleared in. */
  function: string;
  /** Today unless given. */
  from?: string;
  /** The first day on which it no longer holds. */
  to: string;
};

export type Clearance = {
  id: string;
  familyId: string;
  sub: string;
  unit: string;
  function: string;
  from: string;
  to: string;
  version: number;
};

export type LinkCode = {
  id: string;
  personId: string;
  /** Told this once, to be handed to the citizen; null when asked again. */
  code: string | null;
  expiresAt: string;
};

export type RedeemLinkCode = {
  /** As it was handed over; case and hyphens do not matter. */
  code: string;
};

export type Link = {
  id: string;
  sub: string;
  personId: string;
  linkedOn: string;
  endedOn: string | null;
  version: number;
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
