import { programme } from '../oracle/example-world.js';
import type { Video } from '../oracle/recorded.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

/** The leader of its group registers a video of a child and its mother, where they agreed to it on that day. */
export async function registerVideos(maker: Maker, made: Made, leader: Person | undefined): Promise<Video[]> {
  const { scenario, family, persons: members } = made;
  const agreed = scenario.bases === 'given' || scenario.name === 'expired';
  if (!leader || !agreed || scenario.childBorn !== undefined) return [];
  const persons = [members['mor'] ?? '', members['barn'] ?? ''];
  const body = {
    familyId: family.id,
    programme,
    persons,
    occasion: 'session',
    filmedOn: madeOn,
    reference: 'arkiv/7f3a',
  };
  const { id } = await maker.post<{ id: string }>(leader, '/family-plan/v1/videos', body, {
    late: /basis-missing|consent-unavailable/,
  });
  const { sub, asker } = maker.cast.as(leader);
  const [unit = '', name = ''] = asker.pairs?.[0]?.split(':') ?? [];
  return [{ id, family: family.id, programme, persons, unit, function: name, sub }];
}
