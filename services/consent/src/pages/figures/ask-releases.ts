import { z } from 'zod';
import type { Asking } from '../ask-service.js';
import type { AskReporting } from './ask-reporting.js';

const text = z.object({ da: z.string(), en: z.string() });
const figure = z.object({
  code: z.string(),
  name: text,
  definition: text,
  unit: z.string(),
  range: z.object({ from: z.number(), to: z.number() }).nullable(),
});
const release = z.object({
  programme: z.string(),
  year: z.number(),
  releasedOn: z.string(),
  figures: z.array(figure),
});
const answer = z.object({ items: z.array(release) });

/** What was given out of a year, as reporting answers it (A-REP-05). */
export type Release = z.infer<typeof release>;
export type ReleasedFigure = z.infer<typeof figure>;

// a programme has one a year
const most = '100';

/** A programme's releases, the newest first; undefined where reporting does not say them now. */
export async function askReleases(
  reporting: AskReporting,
  asking: Asking,
  programme: string,
): Promise<readonly Release[] | undefined> {
  const found = await reporting.ask(
    asking,
    `releases?${new URLSearchParams({ programme, limit: most }).toString()}`,
    answer,
  );
  return found?.items;
}
