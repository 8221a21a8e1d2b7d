import type { Tx } from '@helhed/database';
import { Appointment, type Session } from '../calendar/appointment.js';
import { Course } from './course.js';
import { toCourseView, type CourseView } from './courses.dto.js';

export const findSessions = async ({ manager, municipality }: Tx, courseId: string): Promise<Session[]> =>
  (await manager.find(Appointment, {
    where: { municipality, courseId },
    order: { startsAt: 'ASC', id: 'ASC' },
  })) as Session[];

export async function findCourse(tx: Tx, id: string): Promise<CourseView | null> {
  const course = await tx.manager.findOneBy(Course, { municipality: tx.municipality, id });
  return course && toCourseView(course, await findSessions(tx, id));
}
