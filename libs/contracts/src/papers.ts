/**
 * What is printed for somebody, by the act under which the log has it. A paper is kept nowhere (docs/adr/0018): that it was
 * given out is known by the look that made it, so whoever lists what cannot be called back takes these from here.
 */
export const paperActs = {
  'printed-plan': 'plan.print',
  letter: 'referral.letter',
} as const;

export type PaperKind = keyof typeof paperActs;

export const paperKinds = Object.keys(paperActs) as [PaperKind, ...PaperKind[]];
