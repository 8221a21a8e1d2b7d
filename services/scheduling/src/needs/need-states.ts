/** What a need can be in: *rearrange* was arranged for another time, *call off* is arranged and no longer wanted. */
export const needStates = ['named', 'arranged', 'to-rearrange', 'to-call-off', 'not-needed'] as const;
export type NeedState = (typeof needStates)[number];

/** In which somebody still has something to do. */
export const openStates = ['named', 'to-rearrange', 'to-call-off'] as const satisfies readonly NeedState[];

export type NeedCommand = 'change' | 'arrange' | 'withdraw' | 'call-off' | 'move';

/** By what a need comes from one state to another; all else is refused. */
export const needSteps: Readonly<Record<NeedCommand, Partial<Record<NeedState, NeedState>>>> = {
  change: { named: 'named' },
  arrange: { named: 'arranged', 'to-rearrange': 'arranged' },
  withdraw: { named: 'not-needed', arranged: 'to-call-off', 'to-rearrange': 'to-call-off' },
  // of another time it is wanted still, from somebody else
  'call-off': { 'to-call-off': 'not-needed', 'to-rearrange': 'named' },
  move: { arranged: 'to-rearrange' },
};
