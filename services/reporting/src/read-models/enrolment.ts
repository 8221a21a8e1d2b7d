import { FamilyEnrolled } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

export type Enrolment = {
  readonly enrolmentId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly enrolledOn: string;
};

export const enrolments = readModel<Enrolment>({
  table: 'enrolment',
  id: 'enrolmentId',
  columns: { enrolmentId: 'uuid', familyId: 'uuid', programme: 'text', enrolledOn: 'date' },
  evolve: [
    on(FamilyEnrolled, (_: Enrolment | undefined, { enrolmentId, familyId, programme, enrolledOn }) => ({
      enrolmentId,
      familyId,
      programme,
      enrolledOn,
    })),
  ],
});
