import { caseRelations, held, type Me, type OwnInSql, type ThingInSql } from '@helhed/access';
import { membersOf } from '../families/family-thing.js';

/** Whoever registered it; asked of a function in a unit, which has no account, whoever holds it (A-AZN-06). */
const films = ({ sub, unit, function: name }: Me): OwnInSql => ({
  holds: `vid.unit = ${unit} AND vid.function = ${name} AND (vid.sub = ${sub} OR ${sub} = '')`,
});

const thing = (many?: true): ThingInSql => ({
  family: 'vid.family_id',
  programme: 'vid.programme',
  members: membersOf('vid.family_id'),
  own: (me) => ({
    ...caseRelations(me, { family: 'vid.family_id', programme: 'vid.programme', ...(many && { many }) }),
    videographer: films(me),
  }),
  sections: { video: { owners: 'ARRAY[vid.unit]', persons: 'vid.persons' } },
});

/** A video, in the scope of `FROM video vid`: about those who are seen in it, of the unit that keeps it. */
export const videoThing = thing(true);

/** One that is found already, by its address or by whom it is about. */
export const foundVideo = thing();

/** SQL: of what was deleted nothing is shown to anybody. */
export const isThere = `vid.municipality = helhed.tenant() AND vid.deleted_on IS NULL`;

/** SQL: those in which a person is seen, found by the families that the person is in. */
export const videosOf = (person: string): string => `${isThere} AND ${person} = ANY (vid.persons)
  AND vid.family_id IN (SELECT m.family_id FROM family_member m
    WHERE m.municipality = helhed.tenant() AND m.person_id = ${person})`;

export const heldVideos = held(videoThing, {
  sections: ['video'],
  from: 'video vid',
  where: ({ person }) => videosOf(person),
  since: 'vid.filmed_on',
});
