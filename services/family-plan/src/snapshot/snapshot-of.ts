import {
  ConversationRecorded,
  FamilyEnrolled,
  FamilyErased,
  GoalMoved,
  ObservationMoved,
  PersonsMatched,
  VideoDeleted,
  VideoRegistered,
  PrivacyNoticeRecorded,
  tell,
  type Told,
} from '@helhed/contracts';
import type { Tx } from '@helhed/database';
import { openHeld } from '../conversations/conversation-texts.js';
import { Conversation } from '../conversations/conversation.js';
import { Enrolment } from '../enrolments/enrolment.js';
import { findMembers, FamilyMember } from '../families/family-member.js';
import { Family } from '../families/family.js';
import { Goal } from '../goals/goal.js';
import { Observation } from '../observations/observation.js';
import { Video } from '../videos/video.js';
import { PrivacyNotice } from '../privacy-notices/privacy-notice.js';
import { tellCustody, tellPerson, tellTies } from './tell-ties.js';

/** What family-plan says of a family or of a person; of an erased family that it is, of an erased person nothing. */
export const snapshotOf = async (tx: Tx, key: string): Promise<Told[]> => [
  ...(await ofFamily(tx, key)),
  ...(await tellPerson(tx, key)),
];

/** Who its members are, who holds custody, what it is or was enrolled in, who is or was tied to it, its goals, conversations, observations and videos, and who was informed. */
async function ofFamily(tx: Tx, familyId: string): Promise<Told[]> {
  const { manager, municipality } = tx;
  const family = await manager.findOneBy(Family, { municipality, id: familyId });
  if (family?.state === 'erased') return [tell(FamilyErased, { familyId })];
  const members = await findMembers(tx, familyId);
  if (!family || members.length === 0) return [];
  const enrolments = await manager.find(Enrolment, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const goals = await manager.find(Goal, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const first = { municipality, familyId, ofDay: 1 };
  const conversations = await manager.find(Conversation, { where: first, order: { id: 'ASC' } });
  const observations = await manager.find(Observation, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const videos = await manager.find(Video, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const notices = await manager.find(PrivacyNotice, { where: { municipality, familyId }, order: { id: 'ASC' } });
  const enrolled = enrolments.map(({ id, referralId, programme, placeId, groupId, enrolledOn }) =>
    tell(FamilyEnrolled, {
      enrolmentId: id,
      familyId,
      referralId,
      programme,
      placeId,
      groupId,
      enrolledOn,
      members,
    }),
  );
  return [
    ...(await matched(tx, family, members)),
    ...(await tellCustody(tx, familyId)),
    ...enrolled,
    ...(await tellTies(tx, familyId)),
    ...goals.map((goal) => tell(GoalMoved, goal.moved())),
    ...conversations.map((each) =>
      tell(ConversationRecorded, each.recorded(openHeld(tx.personalData, municipality, each.id, each.held).goals)),
    ),
    ...observations.map((each) => tell(ObservationMoved, each.moved())),
    ...videos.map((each) => tell(VideoRegistered, each.registered())),
    ...videos.flatMap((each) => each.deleted() ?? []).map((each) => tell(VideoDeleted, each)),
    ...notices.map((each) => tell(PrivacyNoticeRecorded, each.recorded())),
  ];
}

async function matched(
  { manager, municipality }: Tx,
  { id: familyId, referralId }: Family,
  members: Awaited<ReturnType<typeof findMembers>>,
): Promise<Told[]> {
  const parts = await manager.findBy(FamilyMember, { municipality, familyId });
  const intakePersons = new Map(parts.map(({ personId, intakePersonId }) => [personId, intakePersonId]));
  const known = members.flatMap((member) => {
    const intakePersonId = intakePersons.get(member.personId);
    return intakePersonId ? [{ intakePersonId, ...member }] : [];
  });
  return referralId && known.length > 0 ? [tell(PersonsMatched, { referralId, familyId, members: known })] : [];
}
