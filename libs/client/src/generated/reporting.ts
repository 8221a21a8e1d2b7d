// Written by `npm run contracts:write` from docs/openapi/reporting.json; CI fails when it is stale. Not to be changed by hand.

/** Method and path → what is asked and what is answered. */
export interface Routes {
  /** Say whether the process lives */
  'GET /reporting/health/live': {
    answers: {
      'application/json': {
        status: 'live';
      };
    };
  };
  /** Say whether the service can answer */
  'GET /reporting/health/ready': {
    answers: {
      'application/json': {
        status: 'ready' | 'degraded' | 'down' | 'stopping';
        dependencies: Record<string, 'up' | 'down'>;
      };
    };
  };
  /** Count a programme's figures in a period */
  'GET /reporting/v1/figures': {
    query: {
      programme: string;
      /** The first day counted: a date in Denmark. */
      from: string;
      /** The last day counted, itself included: the period ends at the midnight in Copenhagen that follows. */
      to: string;
      /** Goes before the Accept header. */
      format?: 'json' | 'csv';
      /** Of CSV. With `semicolon` a Danish spreadsheet opens it as it is: a byte order mark, and decimal commas. */
      separator?: 'comma' | 'semicolon';
    };
    answers: {
      'application/json': {
        programme: string;
        /** The first day counted: a date in Denmark. */
        from: string;
        /** The last day counted, itself included: the period ends at the midnight in Copenhagen that follows. */
        to: string;
        /** The version of the definition that says which figures there are. */
        programmeVersion: number;
        figures: readonly {
          /** A figure; others may be added. */
          code: string;
          name: {
            da: string;
            en: string;
          };
          definition: {
            da: string;
            en: string;
          };
          definitionVersion: number;
          /** What it counts: referrals, families, adults, children, places, days, sessions, theme-evenings, persons, attendances, conversations, goals; others may be added. */
          unit: string;
          /** null: there is nothing to compute it from. */
          value: number | null;
          /** What the figure is a part of, or computed over; null for a plain count. */
          denominator: {
            value: number;
            definition: {
              da: string;
              en: string;
            };
          } | null;
          /** What it counts apart, where its definition says so. */
          parts: readonly {
            code: string;
            /** What the code means; of one that the newest definition does not list, that it does not. */
            name: {
              da: string;
              en: string;
            };
            value: number;
          }[];
          /** What the parts are counted by: reason, kind, age or movement. */
          partsBy: {
            da: string;
            en: string;
          } | null;
          /** The day on which the parts were counted, once: what is corrected later is in the value alone. null: they are of now. */
          partsOn: string | null;
          /** Why there are no parts, where the figure has some; null where none are withheld. */
          partsWithheld: {
            /** settled-year-only, few-or-barred or not-answered; others may be added. */
            reason: string;
            text: {
              da: string;
              en: string;
            };
          } | null;
        }[];
      };
      'text/csv': string;
    };
  };
  /** List what the figures mean */
  'GET /reporting/v1/figures/definitions': {
    answers: {
      'application/json': FigureDefinitions;
    };
  };
  /** List what a figure counts */
  'GET /reporting/v1/figures/{code}/rows': {
    path: {
      code: 'referred' | 'accepted' | 'declined' | 'withdrawn' | 'waiting' | 'places-assigned' | 'waiting-days-median' | 'waiting-days-p90' | 'families-enrolled' | 'adults-enrolled' | 'children-enrolled' | 'started' | 'completed' | 'dropped' | 'sessions-held' | 'theme-evenings-held' | 'attendance-expected' | 'attendance-came' | 'attendance-away' | 'persons-by-age' | 'conversations-held' | 'goals-followed-up' | 'goals-moved';
    };
    query: {
      programme: string;
      /** The first day counted: a date in Denmark. */
      from: string;
      /** The last day counted, itself included: the period ends at the midnight in Copenhagen that follows. */
      to: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly {
          /** Of the referral, the enrolment, the person, the course, the session, the conversation or the goal, as the figure counts. */
          id: string;
          /** null for a group's session. */
          familyId: string | null;
          /** The day on which it counts; for those who wait, the day since when. */
          on: string;
          /** The reason or kind, or the days waited; null where the row does not say it. */
          part: string | null;
          /** How many the row counts: as a rule one, of a session its persons. */
          count: number;
        }[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Move a demonstration's clock */
  'PUT /reporting/v1/operations/clock/{code}': {
    path: {
      code: string;
    };
    body: SetClock;
    answers: {
      'application/json': MunicipalityClock;
    };
  };
  /** List the events that could not be applied */
  'GET /reporting/v1/operations/dead-letters': {
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
  'GET /reporting/v1/operations/dead-letters/{id}': {
    path: {
      id: string;
    };
    answers: {
      'application/json': DeadLetterWithEvent;
    };
  };
  /** Apply a parked event again */
  'POST /reporting/v1/operations/dead-letters/{id}:replay': {
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
  'POST /reporting/v1/operations/incarnation:renew': {
    answers: {
      'application/json': IncarnationRenewed;
    };
  };
  /** Register a municipality and whose tokens count in it */
  'PUT /reporting/v1/operations/municipalities/{code}': {
    path: {
      code: string;
    };
    body: RegisterMunicipality;
    answers: {
      'application/json': Municipality;
    };
  };
  /** Publish events again from an instant on */
  'POST /reporting/v1/operations/outbox:republish': {
    body: Republish;
    answers: {
      'application/json': Republished;
    };
  };
  /** Follow a rebuild */
  'GET /reporting/v1/operations/read-models/{municipality}': {
    path: {
      municipality: string;
    };
    answers: {
      'application/json': Rebuild;
    };
  };
  /** Rebuild a municipality's read models from its facts */
  'POST /reporting/v1/operations/read-models:rebuild': {
    body: RebuildReadModels;
    answers: {
      'application/json': Rebuild;
    };
  };
  /** Tell consumers all that this service owns in a municipality */
  'POST /reporting/v1/operations/snapshots:publish': {
    body: PublishSnapshots;
    answers: {
      'application/json': SnapshotsBegun;
    };
  };
  /** List what this service has heard of the bases from an epoch on */
  'GET /reporting/v1/operations/told-bases': {
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
  'GET /reporting/v1/persons/{id}/holdings': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Holdings;
    };
  };
  /** Read who may see what is held here on oneself, or on a child in one’s custody */
  'GET /reporting/v1/persons/{id}/readers': {
    path: {
      id: string;
    };
    answers: {
      'application/json': Readers;
    };
  };
  /** Release a year's figures */
  'POST /reporting/v1/releases': {
    body: MakeRelease;
    answers: {
      'application/json': {
        id: string;
        programme: string;
        year: number;
        programmeVersion: number;
        releasedOn: string;
        figures: readonly {
          code: string;
          name: {
            da: string;
            en: string;
          };
          definition: {
            da: string;
            en: string;
          };
          definitionVersion: number;
          unit: string;
          /** The number is one of these, both ends included. null: too few families for a waiting time. */
          range: {
            from: number;
            to: number;
          } | null;
        }[];
      };
    };
  };
  /** List released figures */
  'GET /reporting/v1/releases': {
    query?: {
      programme?: string;
      /** How many on a page. */
      limit?: number;
      /** The `next` of the page before; none for the first. */
      cursor?: string;
    };
    answers: {
      'application/json': {
        items: readonly {
          id: string;
          programme: string;
          year: number;
          programmeVersion: number;
          releasedOn: string;
          figures: readonly {
            code: string;
            name: {
              da: string;
              en: string;
            };
            definition: {
              da: string;
              en: string;
            };
            definitionVersion: number;
            unit: string;
            /** The number is one of these, both ends included. null: too few families for a waiting time. */
            range: {
              from: number;
              to: number;
            } | null;
          }[];
        }[];
        /** The next page’s cursor; null on the last page. */
        next: string | null;
        /** How many there are on all pages. */
        total: number;
      };
    };
  };
  /** Show a year's released figures */
  'GET /reporting/v1/releases/{id}': {
    path: {
      id: string;
    };
    query?: {
      /** Goes before the Accept header. */
      format?: 'json' | 'csv';
      /** Of CSV. With `semicolon` a Danish spreadsheet opens it as it is: a byte order mark, and decimal commas. */
      separator?: 'comma' | 'semicolon';
    };
    answers: {
      'application/json': {
        id: string;
        programme: string;
        year: number;
        programmeVersion: number;
        releasedOn: string;
        figures: readonly {
          code: string;
          name: {
            da: string;
            en: string;
          };
          definition: {
            da: string;
            en: string;
          };
          definitionVersion: number;
          unit: string;
          /** The number is one of these, both ends included. null: too few families for a waiting time. */
          range: {
            from: number;
            to: number;
          } | null;
        }[];
      };
      'text/csv': string;
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

export type FigureDefinitions = {
  items: readonly {
    /** A figure; others may be added. */
    code: string;
    name: {
      da: string;
      en: string;
    };
    definition: {
      da: string;
      en: string;
    };
    definitionVersion: number;
    /** What it counts: referrals, families, adults, children, places, days, sessions, theme-evenings, persons, attendances, conversations, goals; others may be added. */
    unit: string;
    denominator: {
      da: string;
      en: string;
    } | null;
  }[];
};

export type MakeRelease = {
  programme: string;
  /** In which the families were referred; the next year is over too. */
  year: number;
};

export type RebuildReadModels = {
  municipality: string;
};

export type Rebuild = {
  municipality: string;
  /** The generation of the read models that this rebuild makes. */
  generation: number;
  /** `building`: figures are counted from the old rows; then from the new ones, and the old are swept away. */
  state: 'building' | 'sweeping' | 'done';
  factsRead: number;
  /** Facts when the rebuild began; those that come meanwhile are read too. */
  factsTotal: number;
  startedAt: string;
  finishedAt: string | null;
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
