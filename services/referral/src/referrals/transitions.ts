export const states = [
  'received',
  'under-triage',
  'on-hold',
  'waiting',
  'accepted',
  'declined',
  'withdrawn',
  'closed',
] as const;
export type State = (typeof states)[number];

export const commands = [
  'amend',
  'start-triage',
  'hold',
  'resume',
  'accept',
  'decline',
  'assign-place',
  'withdraw',
  'close',
] as const;
export type Command = (typeof commands)[number];

/**
 * The life of a referral, in one table: where a command may lead from a state. What does not stand here is refused.
 * `accepted` has what the programme gives (a place, where it has places); `waiting` was accepted and has none yet.
 */
export const transitions: Readonly<Record<State, Readonly<Partial<Record<Command, readonly State[]>>>>> = {
  received: { amend: ['received'], 'start-triage': ['under-triage'], withdraw: ['withdrawn'] },
  'under-triage': {
    amend: ['under-triage'],
    accept: ['accepted', 'waiting'],
    decline: ['declined'],
    hold: ['on-hold'],
    withdraw: ['withdrawn'],
  },
  'on-hold': { resume: ['under-triage'], withdraw: ['withdrawn'] },
  waiting: { 'assign-place': ['accepted'], withdraw: ['withdrawn'] },
  accepted: { close: ['closed'], withdraw: ['withdrawn'] },
  declined: {},
  withdrawn: {},
  closed: {},
};

export const allowedCommands = (state: State): Command[] => commands.filter((command) => transitions[state][command]);

/** Who has to do something next. */
export const owners = ['triage', 'sender', 'family', 'scheduling', 'programme'] as const;
export type Owner = (typeof owners)[number];

/** Who has the next step in a state; on hold, it is whom the hold waits for. */
export const nextOwner: Readonly<Record<State, Owner | null>> = {
  received: 'triage',
  'under-triage': 'triage',
  'on-hold': 'triage',
  waiting: 'scheduling',
  accepted: 'programme',
  declined: null,
  withdrawn: null,
  closed: null,
};
