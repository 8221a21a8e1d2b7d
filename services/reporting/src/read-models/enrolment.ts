import { FamilyEnrolled } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

export type Enrolment = {
  readonly enrolmentId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly enrolledOn: string;
  /** JSON: person and role. */
  readonly members: string;
};

export const enrolments = readModel<Enrolment>({
  table: 'enrolment',
  id: 'enrolmentId',
  columns: { enrolmentId: 'uuid', familyId: 'uuid', programme: 'text', enrolledOn: 'date', members: 'jsonb' },
  evolve: [
    on(FamilyEnrolled, (_: Enrolment | undefined, { enrolmentId, familyId, programme, enrolledOn, members }) => ({
      enrolmentId,
      familyId,
      programme,
      enrolledOn,
      members: JSON.stringify(members.map(({ personId, role }) => ({ personId, role }))),
    })),
  ],
});
