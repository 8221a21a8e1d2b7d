// Written by `npm run contracts:write` from docs/openapi/consent.json; CI fails when it is stale. Not to be changed by hand.

/** Method and path → what is asked and what is answered. */
export interface Routes {
  /** Find the decision API */
  'GET /.well-known/authzen-configuration': {
    answers: {
      'application/json': DecisionPoint;
    };
  };
  /** Ask whether an act would be allowed */
  'POST /access/v1/evaluation': {
    body: EvaluationRequest;
    answers: {
      'application/json': EvaluationResponse;
    };
  };
  /** Ask about several acts at once */
  'POST /access/v1/evaluations': {
    body: EvaluationsRequest;
    answers: {
      'application/json': EvaluationsResponse;
    };
  };
  /** Search for acts that are allowed on a thing */
  'POST /access/v1/search/action': {
    body: ActionSearch;
    answers: {
      'application/json': FoundActions;
    };
  };
  /** Search for things on which an act is allowed */
  'POST /access/v1/search/resource': {
    body: ResourceSearch;
    answers: {
      'application/json': Found;
    };
  };
  /** Search for functions that may do something */
  'POST /access/v1/search/subject': {
    body: SubjectSearch;
    answers: {
      'application/json': Found;
    };
  };
  /** Say whether the process lives */
  'GET /consent/health/live': {
    answers: {
      'application/json': {
        status: 'live';
      };
    };
  };
  /** Say whether the service can answer */
  'GET /consent/health/ready': {
    answers: {
      'application/json': {
        status: 'ready' | 'degraded' | 'down' | 'stopping';
        dependencies: Record<string, 'up' | 'down'>;
      };
    };
  };
  /** Record a legal basis */
  'POST /consent/v1/bases': {
    body: RecordBasis;
    answers: {
      'application/json': Basis;
    };
  };
  /** List the legal bases about a family */
  'GET /consent/v1/bases': {
    query: {
      familyId: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Basis[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read a legal basis */
  'GET /consent/v1/bases/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Basis;
    };
  };
  /** Read the receipt of a basis */
  'GET /consent/v1/bases/{id}/receipt': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Receipt;
    };
  };
  /** Add a giver to a consent */
  'POST /consent/v1/bases/{id}:add-consent': {
    path: {
      id: string;
    };
    body: AddConsent;
    ifMatch: number | string;
    answers: {
      'application/json': Basis;
    };
  };
  /** End a basis that is no consent */
  'POST /consent/v1/bases/{id}:end': {
    path: {
      id: string;
    };
    ifMatch: number | string;
    answers: {
      'application/json': Basis;
    };
  };
  /** Give a basis anew, for the same purpose and persons */
  'POST /consent/v1/bases/{id}:renew': {
    path: {
      id: string;
    };
    body: RenewBasis;
    answers: {
      'application/json': Basis;
    };
  };
  /** Take a consent back, for good */
  'POST /consent/v1/bases/{id}:withdraw': {
    path: {
      id: string;
    };
    body: WithdrawBasis;
    answers: {
      'application/json': WithdrawnBasis;
    };
  };
  /** List the looks that the own unit made at a family, to find one that must be deferred */
  'GET /consent/v1/families/{id}/look-ups': {
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
        items: readonly UnitLookUp[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List what was given out on paper about a family and cannot be called back */
  'GET /consent/v1/families/{id}/papers': {
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
        items: readonly Paper[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
        /** From this day on the list has every paper. What older looks say is erased (`lookUps.contentDays`), and which of them made a paper with it. */
        since: string;
      };
    };
  };
  /** Take or renew the lease to answer from revocable grounds */
  'POST /consent/v1/leases': {
    body: TakeLease;
    answers: {
      'application/json': Lease;
    };
  };
  /** Confirm that nothing from before an epoch is answered any more */
  'POST /consent/v1/leases/{id}:confirm': {
    path: {
      id: string;
    };
    body: ConfirmLease;
    answers: {
      'application/json': ConfirmedLease;
    };
  };
  /** Give a lease back when the process stops */
  'POST /consent/v1/leases/{id}:give-back': {
    path: {
      id: string;
    };
    answers: {
      'application/json': GivenBackLease;
    };
  };
  /** List the looks drawn for review */
  'GET /consent/v1/look-up-samples': {
    query?: {
      /** Only those that were reviewed, or only those that were not. */
      reviewed?: 'true' | 'false';
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly SampledLookUp[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Note what a review found */
  'POST /consent/v1/look-up-samples/{id}:review': {
    path: {
      id: string;
    };
    body: ReviewSample;
    answers: {
      'application/json': SampledLookUp;
    };
  };
  /** Confirm a colleague’s deferral, or its later day: until that day the family does not see the look */
  'POST /consent/v1/look-ups/{id}:confirm-deferral': {
    path: {
      id: string;
    };
    body?: DeferredOf;
    answers: {
      'application/json': LookUpDeferral;
    };
  };
  /** Keep a look of the own unit from the family until a day, or a later one, once a second person confirms it */
  'POST /consent/v1/look-ups/{id}:defer': {
    path: {
      id: string;
    };
    body: DeferLookUp;
    answers: {
      'application/json': LookUpDeferral;
    };
  };
  /** Decide that the family is told the name of the employee who made a look */
  'POST /consent/v1/look-ups/{id}:name-employee': {
    path: {
      id: string;
    };
    body: NameEmployee;
    answers: {
      'application/json': NamedEmployee;
    };
  };
  /** Read who one is here, and which children are in one’s custody */
  'GET /consent/v1/me': {
    answers: {
      'application/json': Me;
    };
  };
  /** Move a demonstration's clock */
  'PUT /consent/v1/operations/clock/{code}': {
    path: {
      code: string;
    };
    body: SetClock;
    answers: {
      'application/json': MunicipalityClock;
    };
  };
  /** List the events that could not be applied */
  'GET /consent/v1/operations/dead-letters': {
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
  'GET /consent/v1/operations/dead-letters/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': DeadLetterWithEvent;
    };
  };
  /** Apply a parked event again */
  'POST /consent/v1/operations/dead-letters/{id}:replay': {
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
  'POST /consent/v1/operations/incarnation:renew': {
    answers: {
      'application/json': IncarnationRenewed;
    };
  };
  /** Read the register of look-ups, of one municipality or of all, and name what is not as it was appended */
  'POST /consent/v1/operations/look-ups:verify': {
    answers: {
      'application/json': VerifiedLookUps;
    };
  };
  /** Register a municipality and whose tokens count in it */
  'PUT /consent/v1/operations/municipalities/{code}': {
    path: {
      code: string;
    };
    body: RegisterMunicipality;
    answers: {
      'application/json': Municipality;
    };
  };
  /** Publish events again from an instant on */
  'POST /consent/v1/operations/outbox:republish': {
    body: Republish;
    answers: {
      'application/json': Republished;
    };
  };
  /** Close the register after its database was restored: nothing revocable is shown by any service */
  'POST /consent/v1/operations/register:close': {
    answers: {
      'application/json': ClosedRegisters;
    };
  };
  /** Open the register again, at an epoch past every one that was named */
  'POST /consent/v1/operations/register:open': {
    body: OpenRegister;
    answers: {
      'application/json': OpenedRegister;
    };
  };
  /** Take back in a closed register what another service knows to be withdrawn or ended */
  'POST /consent/v1/operations/register:take-back': {
    body: TakeBackBases;
    answers: {
      'application/json': TakenBackBases;
    };
  };
  /** Tell consumers all that this service owns in a municipality */
  'POST /consent/v1/operations/snapshots:publish': {
    body: PublishSnapshots;
    answers: {
      'application/json': SnapshotsBegun;
    };
  };
  /** List what this service has heard of the bases from an epoch on */
  'GET /consent/v1/operations/told-bases': {
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
  /** Record what a parent without custody was answered who asked about the child */
  'POST /consent/v1/orientations': {
    body: RecordOrientation;
    answers: {
      'application/json': RecordedOrientation;
    };
  };
  /** List what parents without custody were answered about a family’s children */
  'GET /consent/v1/orientations': {
    query: {
      familyId: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly Orientation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List the legal bases about a person */
  'GET /consent/v1/persons/{id}/bases': {
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
        items: readonly Basis[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Read what is held here on oneself, or on a child in one’s custody */
  'GET /consent/v1/persons/{id}/holdings': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Holdings;
    };
  };
  /** List who has looked at what concerns oneself, or a child in one’s custody */
  'GET /consent/v1/persons/{id}/look-ups': {
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
        items: readonly OwnLookUp[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List what was answered to a parent without custody: to oneself, about oneself or about a child in one’s custody */
  'GET /consent/v1/persons/{id}/orientations': {
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
        items: readonly Orientation[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** List what was given out on paper about oneself, or a child in one’s custody */
  'GET /consent/v1/persons/{id}/papers': {
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
        items: readonly Paper[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
        /** From this day on the list has every paper. What older looks say is erased (`lookUps.contentDays`), and which of them made a paper with it. */
        since: string;
      };
    };
  };
  /** Read who may see what is held here on oneself, or on a child in one’s custody */
  'GET /consent/v1/persons/{id}/readers': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Readers;
    };
  };
  /** List the bases that will soon not hold */
  'GET /consent/v1/renewal-tasks': {
    query?: {
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly RenewalTask[];
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

export type RecordBasis = {
  /** Left out: the one programme that the family was referred to. */
  programme?: string;
  kind: 'consent' | 'statute' | 'single-exchange' | 'vital-interest';
  /** Why the data may be processed, or why they may be passed on in spite of the duty of confidentiality: two bases. */
  layer: 'processing' | 'disclosure';
  purpose: string;
  categories: readonly string[];
  fromUnit: string;
  toUnit: string;
  familyId: string;
  /** Whom the basis covers: members of the family. Of anybody else 422 `not-a-member`, which names the field only to the family’s triager and coordinator. */
  persons: readonly string[];
  /** As the one who asserts it cites it. Required unless the kind is consent. */
  paragraph?: string;
  /** For a consent. Those who gave it, each for itself or for a child. Of anybody else 422 `not-a-giver`, which names the field, to the family’s triager and coordinator; to others 422 `not-a-member`, which names none. */
  givenBy?: readonly string[];
  /** For a consent. */
  how?: 'spoken' | 'paper' | 'written';
  /** For a consent. */
  givenOn?: string;
  /** For a consent: where its evidence is, such as a journal number. For vital interest: the reason. */
  evidence?: string;
  /** For a consent: whose consent is left out, under one of the paragraphs that the purpose’s rule lists. */
  leftOut?: readonly {
    person: string;
    paragraph: string;
  }[];
  /** For a single exchange: the session, conversation or booking that uses it up; a session stands for the one that is put in its place. */
  meeting?: string;
  /** For a single exchange whose purpose allows for one follow-up. */
  followUpMeeting?: string;
  validFrom: string;
  /** The first day on which it no longer holds. Left out on a consent: as long as the purpose’s rule says. */
  validTo?: string;
};

export type Basis = {
  id: string;
  programme: string;
  kind: 'consent' | 'statute' | 'single-exchange' | 'vital-interest';
  layer: 'processing' | 'disclosure';
  paragraph: string | null;
  purpose: string;
  categories: readonly string[];
  fromUnit: string;
  toUnit: string;
  familyId: string;
  persons: readonly string[];
  givers: readonly {
    person: string;
    how: 'spoken' | 'paper' | 'written';
    givenOn: string;
    /** Absent where it is withheld, or not asked for. */
    evidence?: string;
    withdrawnAt: string | null;
  }[];
  leftOut: readonly {
    person: string;
    paragraph: string;
  }[];
  /** Of vital interest: the reason. Absent where it is withheld, or not asked for. */
  evidence?: string | null;
  meeting: string | null;
  followUpMeeting: string | null;
  validFrom: string;
  validTo: string | null;
  /** The basis that this one was given anew for. */
  renews: string | null;
  ended: 'withdrawn' | 'ended' | 'used-up' | null;
  endedAt: string | null;
  /** Whom it covers today, as custody, ages and givers stand; before it begins, from then on. */
  coverage: readonly {
    person: string;
    state: 'covered' | 'withdrawn' | 'incomplete';
  }[];
  recordedAt: string;
  /** The unit and function that asserted it. */
  recordedBy: {
    unit: string;
    function: string;
  };
  /** Counts what was done to it; whom it covers follows from custody and ages too, and is not counted. */
  version: number;
  withheld: readonly {
    category: string;
    reason: string;
  }[];
};

export type AddConsent = {
  /** Those who gave it, each for itself or for a child. Of anybody else 422 `not-a-giver`, which names the field, to the family’s triager and coordinator; to others 422 `not-a-member`, which names none. */
  givenBy: readonly string[];
  how: 'spoken' | 'paper' | 'written';
  givenOn: string;
  evidence: string;
};

export type WithdrawBasis = {
  /** Who takes the consent back. A citizen takes back its own, and may leave this out; 422 `not-a-giver` where it names somebody else. */
  givers?: readonly string[];
};

export type WithdrawnBasis = {
  id: string;
  programme: string;
  kind: 'consent' | 'statute' | 'single-exchange' | 'vital-interest';
  layer: 'processing' | 'disclosure';
  paragraph: string | null;
  purpose: string;
  categories: readonly string[];
  fromUnit: string;
  toUnit: string;
  familyId: string;
  persons: readonly string[];
  givers: readonly {
    person: string;
    how: 'spoken' | 'paper' | 'written';
    givenOn: string;
    /** Absent where it is withheld, or not asked for. */
    evidence?: string;
    withdrawnAt: string | null;
  }[];
  leftOut: readonly {
    person: string;
    paragraph: string;
  }[];
  /** Of vital interest: the reason. Absent where it is withheld, or not asked for. */
  evidence?: string | null;
  meeting: string | null;
  followUpMeeting: string | null;
  validFrom: string;
  validTo: string | null;
  /** The basis that this one was given anew for. */
  renews: string | null;
  ended: 'withdrawn' | 'ended' | 'used-up' | null;
  endedAt: string | null;
  /** Whom it covers today, as custody, ages and givers stand; before it begins, from then on. */
  coverage: readonly {
    person: string;
    state: 'covered' | 'withdrawn' | 'incomplete';
  }[];
  recordedAt: string;
  /** The unit and function that asserted it. */
  recordedBy: {
    unit: string;
    function: string;
  };
  /** Counts what was done to it; whom it covers follows from custody and ages too, and is not counted. */
  version: number;
  withheld: readonly {
    category: string;
    reason: string;
  }[];
  remaining: readonly {
    /** An id, or `standing:<programme>:<purpose>:<layer>`. */
    basis: string;
    kind: 'consent' | 'statute' | 'single-exchange' | 'vital-interest';
    layer: 'processing' | 'disclosure';
    purpose: string;
    paragraph: string | null;
    categories: readonly string[];
    /** Whom of the basis taken back it still covers. */
    persons: readonly string[];
  }[];
  /** Where it is asked what was given out already, out of the calendar and on paper, and cannot be called back: relative references (RFC 3986). For a citizen those of each person concerned whom the citizen sees; for staff those of the family that are open to the relation by which it is reached. */
  givenOut: readonly string[];
};

export type RenewBasis = {
  /** As the one who asserts it cites it. Required unless the kind is consent. */
  paragraph?: string;
  /** For a consent. Those who gave it, each for itself or for a child. Of anybody else 422 `not-a-giver`, which names the field, to the family’s triager and coordinator; to others 422 `not-a-member`, which names none. */
  givenBy?: readonly string[];
  /** For a consent. */
  how?: 'spoken' | 'paper' | 'written';
  /** For a consent. */
  givenOn?: string;
  /** For a consent: where its evidence is, such as a journal number. For vital interest: the reason. */
  evidence?: string;
  /** For a consent: whose consent is left out, under one of the paragraphs that the purpose’s rule lists. */
  leftOut?: readonly {
    person: string;
    paragraph: string;
  }[];
  /** For a single exchange: the session, conversation or booking that uses it up; a session stands for the one that is put in its place. */
  meeting?: string;
  /** For a single exchange whose purpose allows for one follow-up. */
  followUpMeeting?: string;
  validFrom: string;
  /** The first day on which it no longer holds. Left out on a consent: as long as the purpose’s rule says. */
  validTo?: string;
};

export type Receipt = {
  basisId: string;
  text: string;
  /** JSON-LD: a receipt after ISO/IEC TS 27560, in DPV. */
  record: Record<string, unknown>;
};

export type RenewalTask = {
  /** The first day on which it no longer holds, or no longer covers the persons; null while nobody is told a day that may be a birthday. */
  on: string | null;
  /** The month of that day. */
  month: string;
  /** `expires`: the period ends. `covers-fewer`: a birthday or the end of custody leaves persons uncovered. */
  because: 'expires' | 'covers-fewer';
  /** Whom it covers no more from then on. */
  persons: readonly string[];
  basis: Basis;
};

export type RecordOrientation = {
  familyId: string;
  childId: string;
  /** The parent without custody who asked. */
  parentId: string;
  askedOn: string;
  answeredOn: string;
  /** What the answer rests on, as the one who answers cites it. */
  paragraph: string;
  answer: 'given';
  /** What was told. */
  categories: readonly ('referral-content' | 'referral-triage' | 'referral-outcome' | 'family-structure' | 'identity' | 'custody' | 'address' | 'enrolment' | 'appointments' | 'attendance' | 'child-view' | 'registration-form' | 'plan' | 'observation' | 'video' | 'figure-rows')[];
} | {
  familyId: string;
  childId: string;
  /** The parent without custody who asked. */
  parentId: string;
  askedOn: string;
  answeredOn: string;
  /** What the answer rests on, as the one who answers cites it. */
  paragraph: string;
  answer: 'refused';
  /** Why, as the parent is told it. Kept encrypted, while the family is there. */
  reason: string;
};

export type RecordedOrientation = {
  id: string;
  familyId: string;
};

export type Orientation = {
  id: string;
  familyId: string;
  childId: string;
  parentId: string;
  askedOn: string;
  answeredOn: string;
  answer: 'given' | 'refused';
  paragraph: string;
  /** What was told; none where it was refused. */
  categories: readonly string[];
  /** The unit that answered. */
  unit: string;
  function: string;
  /** Of a refusal: for employees and the parent who asked; no longer there once the family was erased. */
  reason?: string;
};

export type Me = {
  /** The person that the account is linked to. */
  personId: string;
  /** In the person’s custody today. */
  children: readonly string[];
};

export type OwnLookUp = {
  id: string;
  at: string;
  /** An employee, a citizen, a department’s system, one of the services, or a link’s holder. */
  actor: 'person' | 'citizen' | 'system' | 'service' | 'operator' | 'secret-link';
  unit: string | null;
  function: string | null;
  purposes: readonly string[];
  /** None: everything was withheld. */
  categories: readonly string[];
  bases: readonly string[];
  /** Who it was, where the data protection officer has decided to name the employee of this look. */
  employee: {
    name: string;
  } | null;
};

export type UnitLookUp = {
  /** What to defer it by. */
  id: string;
  at: string;
  kind: 'look' | 'command';
  act: string;
  function: string | null;
  purposes: readonly string[];
  /** None: everything was withheld. */
  categories: readonly string[];
  /** Whether the family is kept from seeing it: once a second person has confirmed, until the day. */
  deferral: {
    until: string;
    /** Hidden until the day once a second person has confirmed it. */
    confirmed: boolean;
    /** A later day that was asked for, and that a second person has not confirmed yet. */
    anew: string | null;
  } | null;
};

export type DeferLookUp = {
  /** Which of the families that the look was at is kept from seeing it; where it was at one, it is that. */
  familyId?: string;
  /** Why the family must not see it yet. Kept encrypted; shown by no route. */
  reason: string;
  /** When it is reviewed: from this day on the family sees it. */
  until: string;
};

export type LookUpDeferral = {
  id: string;
  /** The family that it is kept from; null where the look was at no other. */
  familyId: string | null;
  until: string;
  /** Hidden until the day once a second person has confirmed it. */
  confirmed: boolean;
  /** A later day that was asked for, and that a second person has not confirmed yet. */
  anew: string | null;
};

export type DeferredOf = {
  /** Which of the families that the look was at is kept from seeing it; where it was at one, it is that. */
  familyId?: string;
};

export type SampledLookUp = {
  id: string;
  at: string;
  /** An employee, a citizen, a department’s system, one of the services, or a link’s holder. */
  actor: 'person' | 'citizen' | 'system' | 'service' | 'operator' | 'secret-link';
  unit: string | null;
  function: string | null;
  purposes: readonly string[];
  /** None: everything was withheld. */
  categories: readonly string[];
  bases: readonly string[];
  kind: 'look' | 'command';
  act: string;
  subjects: readonly string[];
  /** Keycloak’s id of the account. */
  sub: string;
  /** The client that the token was given to. */
  azp: string;
  refused: boolean;
  flags: readonly ('own' | 'relative' | 'colleague')[];
  review: {
    finding: 'in-order' | 'follow-up';
    note: string | null;
    reviewedAt: string;
    reviewedBy: string;
  } | null;
};

export type ReviewSample = {
  finding: 'in-order' | 'follow-up';
  note?: string;
};

export type NameEmployee = {
  /** What the decision rests on, as the officer cites it. */
  paragraph: string;
  /** Why the person is told who it was. Kept encrypted; shown by no route. */
  reason: string;
};

export type NamedEmployee = {
  /** The look’s. */
  id: string;
  namedAt: string;
};

export type Paper = {
  /** Of the look that made it. */
  id: string;
  /** The family’s plan, printed for one of the family; the answer to a referral, as a letter to its sender. */
  kind: 'printed-plan' | 'letter';
  /** The day on which it was made. It is kept nowhere, and cannot be called back. */
  givenOn: string;
  /** Where it was made. */
  unit: string | null;
  /** In which function; who it was is not told. */
  function: string | null;
};

export type VerifiedLookUps = {
  municipalities: readonly {
    municipality: string;
    rows: number;
    /** The position that the register had reached. */
    pos: number;
    /** Signed heads that were compared. */
    heads: number;
    /** What was appended up to here cannot be cut off or written anew unnoticed. */
    signedUpTo: number;
    faults: readonly {
      kind: 'content-altered' | 'half-erased' | 'subject-missing' | 'link-altered' | 'missing' | 'swapped' | 'source-gap' | 'truncated' | 'rewritten' | 'head-altered' | 'heads-missing' | 'signature-invalid' | 'key-unknown';
      pos: number;
      /** The last position; of swapped rows the other one. */
      to?: number;
      source?: string;
    }[];
  }[];
};

export type TakeLease = {
  /** The running process, which chose the id when it started. */
  instance: string;
  /** What it has applied, and no answer begun before that is still under way. */
  epoch: number;
};

export type Lease = {
  /** That of the running process. */
  id: string;
  /** What the data answered from must have applied. */
  demanded: number;
  /** Counted by the holder from before it asked. */
  milliseconds: number;
};

export type ConfirmLease = {
  epoch: number;
};

export type ConfirmedLease = {
  id: string;
  epoch: number;
};

export type GivenBackLease = {
  id: string;
};

export type ClosedRegisters = {
  municipalities: readonly {
    municipality: string;
    /** What the register stood at when it was closed. */
    since: number;
    /** The highest epoch that the ledger or a service has named. */
    named: number;
  }[];
};

export type TakeBackBases = {
  municipality: string;
  /** What the service that knows them has applied. */
  named: number;
  bases: readonly {
    basis: string;
    ended: 'withdrawn' | 'ended' | 'used-up' | null;
    endedAt: string | null;
    /** The first day on which it no longer holds. */
    validTo: string | null;
    family: string;
    epoch: number;
    /** Persons whom it covers no more, since a consent to it was taken back. */
    withdrawn: readonly string[];
  }[];
};

export type TakenBackBases = {
  /** Bases of which something still stood. */
  takenBack: number;
  /** Bases that the register does not know: what it tells of the family ends them. */
  unknown: number;
};

export type OpenRegister = {
  municipality: string;
};

export type OpenedRegister = {
  municipality: string;
  epoch: number;
};

export type EvaluationRequest = {
  /** `person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it. */
  subject: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  /** `referral` or `family`. `properties.category` asks about data of one category. */
  resource: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  action: {
    name: string;
    properties?: Record<string, unknown>;
  };
  /** Not looked at: nothing here depends on it. */
  context?: Record<string, unknown>;
};

export type EvaluationResponse = {
  decision: boolean;
  context: {
    /** A slug of docs/access.md, section 10. */
    reason: string;
    reason_da: string;
    reason_en: string;
    /** What it rests on; standing ones as `standing:<programme>:<purpose>:<layer>`. */
    bases: readonly string[];
    /** What of the thing would not be shown. */
    withheld: readonly {
      category: string;
      reason: string;
      person?: string;
    }[];
  };
};

export type EvaluationsRequest = {
  /** `person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it. */
  subject?: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  /** `referral` or `family`. `properties.category` asks about data of one category. */
  resource?: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  action?: {
    name: string;
    properties?: Record<string, unknown>;
  };
  /** Not looked at: nothing here depends on it. */
  context?: Record<string, unknown>;
  evaluations?: readonly {
    /** `person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it. */
    subject?: {
      type: string;
      id: string;
      properties?: Record<string, unknown>;
    };
    /** `referral` or `family`. `properties.category` asks about data of one category. */
    resource?: {
      type: string;
      id: string;
      properties?: Record<string, unknown>;
    };
    action?: {
      name: string;
      properties?: Record<string, unknown>;
    };
    /** Not looked at: nothing here depends on it. */
    context?: Record<string, unknown>;
  }[];
  options?: {
    evaluations_semantic?: 'execute_all' | 'deny_on_first_deny' | 'permit_on_first_permit';
  };
};

export type EvaluationsResponse = {
  evaluations: readonly EvaluationResponse[];
} | EvaluationResponse;

export type SubjectSearch = {
  subject: {
    type: string;
    /** Not looked at. */
    id?: string;
    properties?: Record<string, unknown>;
  };
  /** `referral` or `family`. `properties.category` asks about data of one category. */
  resource: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  action: {
    name: string;
    properties?: Record<string, unknown>;
  };
  /** Not looked at: nothing here depends on it. */
  context?: Record<string, unknown>;
  page?: {
    /** `next_token` of the page before. */
    token?: string;
    /** How many at most; 50 unless given, 200 at most. */
    limit?: number;
  };
};

export type Found = {
  results: readonly {
    type: string;
    id: string;
  }[];
  page: {
    /** Empty on the last page. */
    next_token: string;
    count: number;
    total: number;
  };
};

export type ResourceSearch = {
  /** `person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it. */
  subject: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  resource: {
    type: string;
    /** Not looked at. */
    id?: string;
    properties?: Record<string, unknown>;
  };
  action: {
    name: string;
    properties?: Record<string, unknown>;
  };
  /** Not looked at: nothing here depends on it. */
  context?: Record<string, unknown>;
  page?: {
    /** `next_token` of the page before. */
    token?: string;
    /** How many at most; 50 unless given, 200 at most. */
    limit?: number;
  };
};

export type ActionSearch = {
  /** `person`, with the id of the account and `properties.function` a pair; or `function-in-unit`, whose id is a pair: whoever holds it. */
  subject: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  /** `referral` or `family`. `properties.category` asks about data of one category. */
  resource: {
    type: string;
    id: string;
    properties?: Record<string, unknown>;
  };
  /** Not looked at: nothing here depends on it. */
  context?: Record<string, unknown>;
  page?: {
    /** `next_token` of the page before. */
    token?: string;
    /** How many at most; 50 unless given, 200 at most. */
    limit?: number;
  };
};

export type FoundActions = {
  results: readonly {
    name: string;
  }[];
  page: {
    /** Empty on the last page. */
    next_token: string;
    count: number;
    total: number;
  };
};

export type DecisionPoint = {
  policy_decision_point: string;
  access_evaluation_endpoint: string;
  access_evaluations_endpoint: string;
  search_subject_endpoint: string;
  search_resource_endpoint: string;
  search_action_endpoint: string;
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
