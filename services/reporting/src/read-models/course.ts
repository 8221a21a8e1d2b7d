import { createHash } from 'node:crypto';
import { SessionHeld } from '@helhed/contracts';
import { on, readModel } from './read-model.js';

/** A family's way through a group's sessions. */
export type Course = {
  readonly courseId: string;
  readonly familyId: string;
  readonly programme: string;
  readonly startedOn: string | null;
};

/** Of the family and the group, so that whichever session is heard of first makes the same row. */
function courseId({ familyId, groupId }: { familyId: string; groupId: string }): string {
  const hex = createHash('sha256').update(`course ${familyId} ${groupId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const courses = readModel<Course>({
  table: 'course',
  id: 'courseId',
  idOf: courseId,
  columns: { courseId: 'uuid', familyId: 'uuid', programme: 'text', startedOn: 'date' },
  evolve: [
    // the earliest session, in whatever order they are told; a theme evening begins nothing
    on(SessionHeld, (course: Course | undefined, data) => {
      const { familyId, programme, kind, heldOn } = data;
      const begun = course?.startedOn ?? null;
      if (kind === 'session' && (begun === null || heldOn < begun))
        return { courseId: courseId(data), familyId, programme, startedOn: heldOn };
      return course ?? { courseId: courseId(data), familyId, programme, startedOn: null };
    }),
  ],
});
