import type { Figures } from '../figure.js';
import { scope, within, type Selection } from '../selection.js';

const held = (kind: 'session' | 'theme-evening'): Selection => ({
  from: 'held_session',
  where: `${scope} AND kind = '${kind}' AND ${within('held_on')}`,
  id: 'session_id',
  family: 'NULL::uuid',
  on: 'held_on',
});

export const sessions: Figures<'sessions-held' | 'theme-evenings-held'> = {
  'sessions-held': {
    version: 1,
    name: { da: 'Gange holdt', en: 'Sessions held' },
    definition: {
      da: 'Gange med en gruppe holdt i perioden; en gang tæller én gang, hvor mange familier der end er i gruppen.',
      en: 'Sessions of a group held in the period; one counts once, however many families are in the group.',
    },
    unit: 'sessions',
    denominator: null,
    rows: held('session'),
  },
  'theme-evenings-held': {
    version: 1,
    name: { da: 'Temaaftner holdt', en: 'Theme evenings held' },
    definition: {
      da: 'Temaaftner for en gruppes forældre holdt i perioden; en aften tæller én gang.',
      en: "Theme evenings for a group's parents held in the period; one counts once.",
    },
    unit: 'theme-evenings',
    denominator: null,
    rows: held('theme-evening'),
  },
};
