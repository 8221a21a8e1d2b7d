import type { ProgrammeDefinition } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';

interface Part {
  readonly code: string;
  readonly text: Text;
}

/** What the parts of a figure are counted by, and what they are called, in the order in which they are told. */
export interface Parts {
  readonly by: Text;
  readonly names: (definition: Pick<ProgrammeDefinition, 'reasons' | 'conversations' | 'group'>) => readonly Part[];
}

/** Where nobody has told the code: so the parts add up to the figure. */
export const untold: Part = { code: 'untold', text: { da: 'ikke oplyst', en: 'not told' } };

/** What a part is called that the newest definition does not list: of a family that came in under an earlier one. */
export const notListed = (code: string): Text => ({
  da: `står ikke i indsatsens definition (${code})`,
  en: `not in the programme’s definition (${code})`,
});

const reason: Text = { da: 'grund', en: 'reason' };

/** By the codes with which referrals are declined, withdrawn and closed: the municipality's own. */
export const byReason: Parts = {
  by: reason,
  names: ({ reasons = [] }) => reasons.map(({ code, text, inFigures }) => ({ code, text: inFigures ?? text })),
};

export const byConversation: Parts = {
  by: { da: 'slags', en: 'kind' },
  names: ({ conversations = [] }) => conversations,
};

export const byAbsence: Parts = { by: reason, names: ({ group }) => [...(group?.attendance?.reasons ?? []), untold] };

export const byAge: Parts = {
  by: { da: 'alder', en: 'age' },
  names: ({ group }) => [...(group?.ageBands ?? []), untold],
};
