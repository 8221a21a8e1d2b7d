import type { Readers } from '@helhed/access';
import { acts } from '../acts.js';
import { foundChildView, viewsOf } from '../child-views/child-view-thing.js';
import { conversationsAbout, foundConversation } from '../conversations/conversation-thing.js';
import { custodyUntilMajority } from '../custody/custody-until-majority.js';
import { toldCustodyAbout, toldCustodyThing } from '../custody/told-custody-thing.js';
import { foundEnrolment } from '../enrolments/enrolment-thing.js';
import { foundGoal, goalsAbout } from '../goals/goal-thing.js';
import { foundObservation, observationsAbout } from '../observations/observation-thing.js';
import { foundRegistration, registrationsOf } from '../registrations/registration-thing.js';
import { foundVideo, videosOf } from '../videos/video-thing.js';
import { caseOrLead, caseWorkers } from '../who.js';
import { familyThing } from './family-thing.js';
import { familiesAbout, familiesOf } from './held-families.js';

/** Who may see a family, its enrolments, its plan, and what of a child stands in it: what of custody the lists show, reading the family shows, but what was only told. */
export const readers: Readers = {
  custody: custodyUntilMajority,
  looks: [
    {
      act: acts.readFamily,
      allow: caseWorkers,
      thing: familyThing,
      from: 'family f',
      where: ({ person }) => `f.municipality = helhed.tenant() AND f.id IN (${familiesAbout(person)})`,
    },
    {
      act: acts.listCustody,
      allow: caseWorkers,
      thing: toldCustodyThing,
      from: 'custody_told t',
      where: ({ person }) => toldCustodyAbout(person),
    },
    {
      act: acts.listEnrolments,
      allow: caseOrLead,
      thing: foundEnrolment,
      from: 'enrolment e',
      where: ({ person }) => `e.municipality = helhed.tenant() AND e.family_id IN (${familiesOf(person)})`,
    },
    {
      act: acts.listChildViews,
      allow: caseWorkers,
      thing: foundChildView,
      from: 'child_view v',
      where: ({ person, own }) => viewsOf(person, own),
    },
    {
      act: acts.listRegistrations,
      allow: caseWorkers,
      thing: foundRegistration,
      from: 'registration reg',
      where: ({ person }) => registrationsOf(person),
    },
    {
      act: acts.listGoals,
      allow: caseWorkers,
      thing: foundGoal,
      from: 'goal g',
      where: ({ person }) => goalsAbout(person),
    },
    {
      act: acts.listConversations,
      allow: caseWorkers,
      thing: foundConversation,
      from: 'conversation con',
      where: ({ person }) => conversationsAbout(person),
    },
    {
      act: acts.listObservations,
      allow: caseWorkers,
      thing: foundObservation,
      from: 'observation o',
      where: ({ person }) => observationsAbout(person),
    },
    {
      act: acts.listVideos,
      allow: caseWorkers,
      thing: foundVideo,
      from: 'video vid',
      where: ({ person }) => videosOf(person),
    },
  ],
};
