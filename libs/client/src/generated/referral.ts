// Written by `npm run contracts:write` from docs/openapi/referral.json; CI fails when it is stale. Not to be changed by hand.

/** Method and path → what is asked and what is answered. */
export interface Routes {
  /** Say whether the process lives */
  'GET /referral/health/live': {
    answers: {
      'application/json': {
        status: 'live';
      };
    };
  };
  /** Say whether the service can answer */
  'GET /referral/health/ready': {
    answers: {
      'application/json': {
        status: 'ready' | 'degraded' | 'down' | 'stopping';
        dependencies: Record<string, 'up' | 'down'>;
      };
    };
  };
  /** Take what has changed of the referrals sent */
  'GET /referral/v1/changes': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': ChangePage;
    };
  };
  /** Read the persons of a referral */
  'GET /referral/v1/intakes/{id}': {
    path: {
      id: string;
    };
    query?: {
      /** The version of the referral that the event names; 404 where it is not reached here. */
      version?: number;
    };
    answers: {
      'application/json': IntakeClaim;
    };
  };
  /** Move a demonstration's clock */
  'PUT /referral/v1/operations/clock/{code}': {
    path: {
      code: string;
    };
    body: SetClock;
    answers: {
      'application/json': MunicipalityClock;
    };
  };
  /** List the events that could not be applied */
  'GET /referral/v1/operations/dead-letters': {
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
  'GET /referral/v1/operations/dead-letters/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': DeadLetterWithEvent;
    };
  };
  /** Apply a parked event again */
  'POST /referral/v1/operations/dead-letters/{id}:replay': {
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
  'POST /referral/v1/operations/incarnation:renew': {
    answers: {
      'application/json': IncarnationRenewed;
    };
  };
  /** Register a municipality and whose tokens count in it */
  'PUT /referral/v1/operations/municipalities/{code}': {
    path: {
      code: string;
    };
    body: RegisterMunicipality;
    answers: {
      'application/json': Municipality;
    };
  };
  /** Publish events again from an instant on */
  'POST /referral/v1/operations/outbox:republish': {
    body: Republish;
    answers: {
      'application/json': Republished;
    };
  };
  /** Tell consumers all that this service owns in a municipality */
  'POST /referral/v1/operations/snapshots:publish': {
    body: PublishSnapshots;
    answers: {
      'application/json': SnapshotsBegun;
    };
  };
  /** List what this service has heard of the bases from an epoch on */
  'GET /referral/v1/operations/told-bases': {
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
  /** Read what is held here on oneself, or on a child in one’s custody */
  'GET /referral/v1/persons/{id}/holdings': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Holdings;
    };
  };
  /** Read who may see what is held here on oneself, or on a child in one’s custody */
  'GET /referral/v1/persons/{id}/readers': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Readers;
    };
  };
  /** Publish a version of a programme's definition */
  'POST /referral/v1/programmes': {
    body: PublishProgramme;
    answers: {
      'application/json': Programme;
    };
  };
  /** List the programmes */
  'GET /referral/v1/programmes': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly ProgrammeSummary[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a programme */
  'GET /referral/v1/programmes/{code}': {
    path: {
      code: string;
    };
    query?: {
      /** The version in force when absent. */
      version?: number;
    };
    answers: {
      'application/json': Programme;
    };
  };
  /** Refer a family to a programme, together with its parents */
  'POST /referral/v1/referrals': {
    body: ReceiveReferral;
    answers: {
      'application/json': Receipt;
    };
  };
  /** List referrals */
  'GET /referral/v1/referrals': {
    query?: {
      state?: 'received' | 'under-triage' | 'on-hold' | 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly ReferralSummary[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a referral */
  'GET /referral/v1/referrals/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Referral;
    };
  };
  /** Print the answer to a referral */
  'GET /referral/v1/referrals/{id}/letter': {
    path: {
      id: string;
    };
    query?: {
      /** Left out, the first of the two in `Accept-Language`, or Danish. */
      lang?: 'da' | 'en';
    };
    answers: {
      'text/html': string;
    };
  };
  /** Print the answer to a referral as PDF */
  'GET /referral/v1/referrals/{id}/letter.pdf': {
    path: {
      id: string;
    };
    query?: {
      /** Left out, the first of the two in `Accept-Language`, or Danish. */
      lang?: 'da' | 'en';
    };
    answers: {
      'application/pdf': string;
    };
  };
  /** Read what came of a referral */
  'GET /referral/v1/referrals/{id}/outcome': {
    path: {
      id: string;
    };
    answers: {
      'application/json': ReferralOutcome;
    };
  };
  /** Accept a referral */
  'POST /referral/v1/referrals/{id}:accept': {
    path: {
      id: string;
    };
    body: AcceptReferral;
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Amend a referral before it is answered */
  'POST /referral/v1/referrals/{id}:amend': {
    path: {
      id: string;
    };
    body: AmendReferral;
    ifMatch: number | string;
    answers: {
      'application/json': Receipt;
    };
  };
  /** Close a referral */
  'POST /referral/v1/referrals/{id}:close': {
    path: {
      id: string;
    };
    body: CloseReferral;
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Decline a referral */
  'POST /referral/v1/referrals/{id}:decline': {
    path: {
      id: string;
    };
    body: DeclineReferral;
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Put triage on hold */
  'POST /referral/v1/referrals/{id}:hold': {
    path: {
      id: string;
    };
    body: HoldReferral;
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Resume triage */
  'POST /referral/v1/referrals/{id}:resume': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Begin triage */
  'POST /referral/v1/referrals/{id}:start-triage': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Withdraw a referral */
  'POST /referral/v1/referrals/{id}:withdraw': {
    path: {
      id: string;
    };
    body: WithdrawReferral;
    ifMatch: number | string;
    answers: {
      'application/json': ReferralSummary;
    };
  };
  /** Record that two families must not be in one group */
  'POST /referral/v1/separations': {
    body: RecordSeparation;
    answers: {
      'application/json': RecordedSeparation;
    };
  };
  /** List families that must not be in one group */
  'GET /referral/v1/separations': {
    query?: {
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Separation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Let two families be in one group again */
  'POST /referral/v1/separations/{id}:end': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Separation;
    };
  };
  /** List the families that wait */
  'GET /referral/v1/waiting-list': {
    query: {
      programme: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly WaitingFamily[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List who joined and left the waiting list */
  'GET /referral/v1/waiting-list/changes': {
    query: {
      programme: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly WaitingListChange[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Be told of changes at an address */
  'POST /referral/v1/webhooks': {
    body: RegisterWebhook;
    answers: {
      'application/json': Webhook;
    };
  };
  /** List where changes are sent */
  'GET /referral/v1/webhooks': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Webhook[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Send nothing to an address any more */
  'POST /referral/v1/webhooks/{id}:end': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Webhook;
    };
  };
  /** Say that the system is still there */
  'POST /referral/v1/webhooks/{id}:renew': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Webhook;
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

export type PublishProgramme = {
  /** See docs/guides/programme-definition.md for its fields. */
  definition: Record<string, unknown>;
  /** The unit that the programme belongs to. It is the one that a person acts in; an operator names it, and may hand a programme to another. */
  unit?: string;
};

export type Programme = {
  code: string;
  /** A referral stays with the version that it came in under. */
  version: number;
  /** The first day on which the version is in force. */
  validFrom: string;
  name: {
    da: string;
    en: string;
  };
  description: {
    da: string;
    en: string;
  };
  /** Whether families may come by themselves. */
  selfReferral: boolean;
  /** How many families a group has, or the programme aims at; null where no number is fixed. */
  families: {
    min: number;
    max: number;
    per: 'group' | 'programme';
  } | null;
  /** What casework systems journal it under: a subject of KLE, and what is done about it. */
  kle: {
    number: string;
    facet: string;
  } | null;
  publishedAt: string;
  /** All that were published. */
  versions: readonly {
    version: number;
    validFrom: string;
  }[];
  /** The name is null for a code that is none of the 98 municipalities. */
  municipality: {
    code: string;
    name: string | null;
  };
  /** As published: docs/guides/programme-definition.md. */
  definition: Record<string, unknown>;
};

export type ProgrammeSummary = {
  code: string;
  /** A referral stays with the version that it came in under. */
  version: number;
  /** The first day on which the version is in force. */
  validFrom: string;
  name: {
    da: string;
    en: string;
  };
  description: {
    da: string;
    en: string;
  };
  /** Whether families may come by themselves. */
  selfReferral: boolean;
  /** How many families a group has, or the programme aims at; null where no number is fixed. */
  families: {
    min: number;
    max: number;
    per: 'group' | 'programme';
  } | null;
  /** What casework systems journal it under: a subject of KLE, and what is done about it. */
  kle: {
    number: string;
    facet: string;
  } | null;
  publishedAt: string;
};

export type ReceiveReferral = {
  /** Its code in the catalogue, `GET /referral/v1/programmes`. */
  programme: string;
  /** The unit that refers: the one that the sender acts in. */
  referringUnit: string;
  /** The sender's own number of this referral, unique in its unit: the same again is the same referral. */
  senderReference: string;
  /** Why the family is referred, in the words that it and the sender agreed on. */
  reason: string;
  households: readonly {
    /** What the members call it here, such as `home-1`. */
    ref: string;
    address?: string;
  }[];
  members: readonly {
    /** What the rest of the referral calls the person, such as `parent-1`; no name. */
    ref: string;
    role: 'parent' | 'child' | 'other';
    name: string;
    /** Ten digits, with or without a hyphen. Kept encrypted, never shown again here. */
    cpr?: string;
    /** Where there is no CPR number, or not yet. */
    birthDate?: string;
    /** A child may live in several households. */
    household: string | readonly string[];
    /** For a child: the members who hold custody. */
    custody?: readonly string[];
  }[];
  /** Each parent's part in the referral: how, when, agreed or not. */
  parentsPart?: readonly {
    /** The `ref` of a member whose role is parent. */
    parent: string;
    how: 'meeting' | 'phone' | 'written';
    /** When the parent was spoken with. */
    on: string;
    /** Whether the parent agrees to the referral. */
    agreed: boolean;
  }[];
  /** What the programme's target group rules ask for, 50 facts at most; see the programme's `facts`. */
  facts?: Record<string, boolean | number | readonly string[]>;
};

export type Receipt = {
  id: string;
  /** The family, in every service. */
  familyId: string;
  /** Always: what becomes of it is in the outcome. */
  state: 'received';
  /** Counts what the sender wrote; the ETag says it too. */
  version: number;
  /** The sender's own number, as it was sent. */
  senderReference: string;
};

export type AmendReferral = {
  reason?: string;
  /** What the programme's target group rules ask for, 50 facts at most; see the programme's `facts`. */
  facts?: Record<string, boolean | number | readonly string[]>;
};

export type ReferralSummary = {
  id: string;
  /** The family, in every service. */
  familyId: string;
  programme: string;
  /** The version of its definition that the referral came in under. */
  programmeVersion: number;
  referringUnit: string;
  /** The sender's own number, unique in its unit. */
  senderReference: string;
  receivedOn: string;
  /** For whoever triages, it goes up with every change; for the sender with every amendment, as in the receipt; for whoever leads with every step of triage. The ETag says it too. */
  version: number;
  /** `accepted` has what the programme gives, a place where it has places; `waiting` was accepted and has none yet. */
  state?: 'received' | 'under-triage' | 'on-hold' | 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
  /** Since when it is in its state. */
  since?: string;
  /** Why it was declined or withdrawn, or what came of it. */
  outcome?: string | null;
  /** Who has the next step. */
  nextOwner?: 'triage' | 'sender' | 'family' | 'scheduling' | 'programme' | null;
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

export type Referral = {
  id: string;
  /** The family, in every service. */
  familyId: string;
  programme: string;
  /** The version of its definition that the referral came in under. */
  programmeVersion: number;
  referringUnit: string;
  /** The sender's own number, unique in its unit. */
  senderReference: string;
  receivedOn: string;
  /** For whoever triages, it goes up with every change; for the sender with every amendment, as in the receipt; for whoever leads with every step of triage. The ETag says it too. */
  version: number;
  /** `accepted` has what the programme gives, a place where it has places; `waiting` was accepted and has none yet. */
  state?: 'received' | 'under-triage' | 'on-hold' | 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
  /** Since when it is in its state. */
  since?: string;
  /** Why it was declined or withdrawn, or what came of it. */
  outcome?: string | null;
  /** Who has the next step. */
  nextOwner?: 'triage' | 'sender' | 'family' | 'scheduling' | 'programme' | null;
  /** What is there and is not shown. */
  withheld: readonly {
    /** Its fields are absent. */
    category: string;
    /** A slug of docs/access.md, section 10. */
    reason: string;
    /** The member whose part it is; absent where who is in the family is withheld. */
    person?: string;
  }[];
  /** Why the family is referred, as the sender wrote it. */
  reason?: string;
  /** What the sender stated, and what follows from it. */
  facts?: Record<string, boolean | number | readonly string[] | readonly number[]>;
  /** How each parent took part in the referral, and whether they agreed. It is no legal basis. */
  parentsPart?: readonly {
    /** One of the members. */
    parent: string;
    how: 'meeting' | 'phone' | 'written';
    on: string;
    agreed: boolean;
  }[];
  /** Roles and ids: names are in family-plan. */
  members?: readonly {
    /** Within the referral. */
    id: string;
    role: 'parent' | 'child' | 'other';
    /** Who it is in family-plan; absent until the person is matched. */
    personId?: string;
  }[];
  /** The programme's target group held against what the referral states. */
  triage?: {
    /** What the rules suggest; a person decides. */
    suggestion: 'meets' | 'doubtful' | 'outside';
    rules: readonly {
      rule: string;
      /** What the rule asks. */
      text: {
        da: string;
        en: string;
      };
      /** Whether the target group requires it, or it speaks for it. */
      kind: 'required' | 'indicating';
      outcome: 'met' | 'not-met' | 'unknown';
      /** What the rule read; null is unknown. */
      facts: Record<string, boolean | number | readonly string[] | readonly number[] | null>;
      /** Why it came out so. */
      reason: {
        da: string;
        en: string;
      };
    }[];
    /** How full the programme is; null where it aims at no number. */
    occupancy: {
      /** Families that were accepted, and whose referral is not closed. */
      families: number;
      /** What the programme aims at, at least. */
      min: number;
      /** And at most. */
      max: number;
    } | null;
  };
  /** By when its answer is due, in Danish working days; null without a deadline. */
  answerBy: string | null;
  /** What casework systems journal it under; null where the definition names nothing. */
  kle: {
    number: string;
    facet: string;
  } | null;
  /** The place that the family has; null before, and where the programme has none. */
  place?: {
    placeId: string;
    /** The group in scheduling. */
    groupId: string;
    /** When the group begins. */
    startsOn: string;
  } | null;
  /** In family-plan; null until it has enrolled the family. */
  enrolment?: {
    id: string;
    enrolledOn: string;
  } | null;
  /** Every step, first to last. */
  history?: readonly {
    /** 1, 2, 3 … */
    number: number;
    at: string;
    command: 'amend' | 'start-triage' | 'hold' | 'resume' | 'accept' | 'decline' | 'assign-place' | 'withdraw' | 'close' | 'receive';
    /** What it led to. */
    state: 'received' | 'under-triage' | 'on-hold' | 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
    /** Who had the next step from there. */
    nextOwner: 'triage' | 'sender' | 'family' | 'scheduling' | 'programme' | null;
    /** Of a decline or a withdrawal, or the outcome. */
    reasonCode: string | null;
    /** What the person wrote who took the step. */
    reason: string | null;
    /** Where it was taken; null for a step that the platform took. */
    unit: string | null;
    /** By whom; null for a step that the platform took. */
    function: string | null;
  }[];
};

export type ReferralOutcome = {
  id: string;
  /** The family, in every service. */
  familyId: string;
  programme: string;
  /** The version of its definition that the referral came in under. */
  programmeVersion: number;
  referringUnit: string;
  /** The sender's own number, unique in its unit. */
  senderReference: string;
  receivedOn: string;
  /** `accepted` has what the programme gives, a place where it has places; `waiting` was accepted and has none yet. */
  state?: 'received' | 'under-triage' | 'on-hold' | 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
  /** Since when it is in its state. */
  since?: string;
  /** Why it was declined or withdrawn, or what came of it. */
  outcome?: string | null;
  /** Who has the next step. */
  nextOwner?: 'triage' | 'sender' | 'family' | 'scheduling' | 'programme' | null;
  /** The group and when it begins; null without a place. */
  place?: {
    groupId: string;
    startsOn: string;
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
};

export type AcceptReferral = {
  /** Why, in the words of the one who triages. */
  reason: string;
};

export type DeclineReferral = {
  /** A code that `reasons` of the programme’s definition lists for the step `decline`, in the version that the referral came in under; else 422 `reason-not-listed`. */
  reasonCode: string;
  reason: string;
};

export type HoldReferral = {
  reason: string;
  /** Who has the next step. */
  awaiting?: 'triage' | 'sender' | 'family';
};

export type WithdrawReferral = {
  /** A code that `reasons` of the programme’s definition lists for the step `withdraw`, in the version that the referral came in under; else 422 `reason-not-listed`. */
  reasonCode: string;
};

export type CloseReferral = {
  /** What came of it. A code that `reasons` of the programme’s definition lists for the step `close`, in the version that the referral came in under; else 422 `reason-not-listed`. */
  outcome: string;
};

export type IntakeClaim = {
  referralId: string;
  familyId: string;
  version: number;
  households: readonly {
    ref: string;
    address?: string;
  }[];
  members: readonly {
    id: string;
    role: 'parent' | 'child' | 'other';
    name: string;
    cpr?: string;
    birthDate?: string;
    households: readonly string[];
    custody?: readonly string[];
  }[];
};

export type WaitingFamily = {
  /** 1 is the next to get a place. */
  position: number;
  /** Why the family stands where it stands. */
  explanation: {
    da: string;
    en: string;
  };
  referralId: string;
  familyId: string;
  receivedOn: string;
  waitingSince: string;
};

export type WaitingListChange = {
  referralId: string;
  at: string;
  change: 'joined' | 'given-a-place' | 'left';
  /** The position that it got or had. */
  position: number;
  /** Of a place that went past those in front, `first-in-line` is the first whom its group can be for; the others keep their positions. */
  reason: 'no-open-place' | 'first-in-line' | 'referral-withdrawn';
  /** The place that it went to, where that is why. */
  placeId: string | null;
};

export type ChangePage = {
  items: readonly Change[];
  /** The next page’s cursor; null on the last page. */
  next: string | null;
  /** How many there are behind the cursor, on this page and the next ones. */
  total: number;
  /** The cursor behind the last of these: ask from it next time. Null while nothing was told yet. */
  resume: string | null;
};

export type Change = {
  /** Of the referral that has changed. */
  id: string;
  type: 'referral.received' | 'referral.amended' | 'referral.triage-started' | 'referral.held' | 'referral.resumed' | 'referral.accepted' | 'referral.place-assigned' | 'referral.declined' | 'referral.withdrawn' | 'referral.closed' | 'referral.waiting' | 'referral.enrolled';
};

export type RegisterWebhook = {
  /** HTTPS. Its name leads to public addresses, or to those that the installation names. */
  url: string;
};

export type Webhook = {
  id: string;
  unit: string;
  url: string;
  registeredAt: string;
  /** Nothing is sent to it from then on, unless its system renews it before. */
  until: string;
  endedAt: string | null;
  /** Why nothing is sent to it any more. */
  because: 'by-request' | 'gone' | 'unit-retired' | 'lapsed' | null;
  /** What messages are signed with (Standard Webhooks, `whsec_`): told once, when it is registered. */
  secret: string | null;
  version: number;
};

export type RecordSeparation = {
  /** The one family’s referral. */
  referralId: string;
  /** The other family’s, to the same programme. */
  otherReferralId: string;
  /** The first day on which it no longer holds; until it is ended unless given. */
  to?: string;
};

export type RecordedSeparation = {
  id: string;
  programme: string;
  /** The two, in no order that says anything. */
  families: readonly {
    referralId: string;
    familyId: string;
  }[];
  /** The unit that it was recorded in. */
  recordedIn: string;
  from: string;
  /** The first day on which it no longer holds; null: until it is ended. */
  to: string | null;
  version: number;
  /** Whether the two have places in one group already: nobody is moved from it. Absent where the outcome of one is withheld. */
  together?: boolean;
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

export type Separation = {
  id: string;
  programme: string;
  /** The two, in no order that says anything. */
  families: readonly {
    referralId: string;
    familyId: string;
  }[];
  /** The unit that it was recorded in. */
  recordedIn: string;
  from: string;
  /** The first day on which it no longer holds; null: until it is ended. */
  to: string | null;
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
