import type { Helhed } from '@helhed/client';
import type { World } from './world.js';

/** The day care's own system, with its own token: it refers families, and takes what has changed. */
export const dayCareItself = ({ api, municipality }: Pick<World, 'api' | 'municipality'>): Helhed =>
  api.client(municipality.as('dagtilbud-system'));

/** The same as a pedagogue who has signed in to it: with her own token, exchanged for the system's. */
export const dayCareAs = ({ api, municipality }: World, who: 'pia' | 'rie'): Helhed =>
  api.client(municipality.as(`${who}@dagtilbud-system`));
