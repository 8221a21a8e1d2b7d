import type { Feed, Owned } from '../oracle/recorded.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';

/** To whom of each family a calendar is handed. */
const feedsOf: Readonly<Record<string, readonly string[]>> = {
  plain: ['mor', 'far'],
  withdrawn: ['mor', 'far'],
  'custody ended': ['mor', 'far'],
  'no basis': ['mor'],
  'own record': ['mor'],
  relative: ['mor'],
  colleague: ['mor'],
};

/** The calendars of these, and that of a member of staff. */
export async function handFeeds(maker: Maker, made: readonly Made[], owned: readonly Owned[]): Promise<Feed[]> {
  const feeds: Feed[] = [];
  for (const { scenario, family, persons } of made)
    for (const ref of feedsOf[scenario.name] ?? [])
      feeds.push(await feed(maker, { for: 'family', family: family.id, recipient: persons[ref] ?? '' }));
  feeds.push(await feed(maker, { for: 'staff', staff: owned.find(({ kind }) => kind === 'staff')?.id ?? '' }));
  return feeds;
}

interface Wished {
  readonly for: 'family' | 'staff';
  readonly family?: string;
  readonly recipient?: string;
  readonly staff?: string;
}

async function feed(maker: Maker, body: Wished): Promise<Feed> {
  const made = await maker.post<{ id: string; subject: string; url: string }>('lone', '/scheduling/v1/feeds', body);
  return {
    id: made.id,
    for: body.for,
    subject: made.subject,
    secret: made.url.split('/').at(-1)?.replace('.ics', '') ?? '',
    ...(body.recipient !== undefined && { recipient: body.recipient }),
  };
}
