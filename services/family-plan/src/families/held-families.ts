import { held, type Holdings } from '@helhed/access';
import { heldChildViews } from '../child-views/child-view-thing.js';
import { heldConversations } from '../conversations/conversation-thing.js';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { toldCustodyAbout, toldCustodyThing } from '../custody/told-custody-thing.js';
import { enrolmentThing } from '../enrolments/enrolment-thing.js';
import { heldGoals } from '../goals/goal-thing.js';
import { heldObservations } from '../observations/observation-thing.js';
import { heldNotices } from '../privacy-notices/informed-thing.js';
import { heldRegistrations } from '../registrations/registration-thing.js';
import { heldVideos } from '../videos/video-thing.js';
import { familyAtAllTimes } from './family-thing.js';

/** SQL: the families that the person is in. */
export const familiesOf = (person: string): string => `SELECT m.family_id FROM family_member m
  WHERE m.municipality = helhed.tenant() AND m.person_id = ${person}`;

/** SQL: those, and of whose children the person holds custody, at any time. */
export const familiesAbout = (person: string): string => `${familiesOf(person)}
    UNION SELECT m.family_id FROM family_member m JOIN custody c ON c.municipality = m.municipality AND c.child_id = m.person_id
      WHERE m.municipality = helhed.tenant() AND c.holder_id = ${person}`;

const ofFamily = held(familyAtAllTimes, {
  sections: ['family.structure', 'family.identity', 'family.custody', 'family.address'],
  from: 'family f',
  where: ({ person }) => `f.municipality = helhed.tenant() AND f.id IN (${familiesAbout(person)})`,
  since: 'f.received_on',
});

const ofEnrolment = held(enrolmentThing, {
  sections: ['enrolment'],
  from: 'enrolment e',
  where: ({ person }) => `e.municipality = helhed.tenant() AND e.family_id IN (${familiesOf(person)})`,
  since: 'e.enrolled_on',
});

const ofTold = held(toldCustodyThing, {
  sections: ['family.custody'],
  from: 'custody_told t',
  where: ({ person }) => toldCustodyAbout(person),
  since: 't.told_on',
});

/** What is held on the members of families, and on who holds custody of one. */
export const holdings: Holdings = {
  custody: custodyUntilMajority,
  sources: [
    ...ofFamily,
    ...ofTold,
    ...ofEnrolment,
    ...heldChildViews,
    ...heldRegistrations,
    ...heldGoals,
    ...heldConversations,
    ...heldObservations,
    ...heldVideos,
    ...heldNotices,
  ],
};
