import { CitizenLink } from '@helhed/access';
import { Attendance } from './attendance/attendance.js';
import { Appointment } from './calendar/appointment.js';
import { Closure } from './closures/closure.js';
import { Course } from './courses/course.js';
import { Feed } from './feeds/feed.js';
import { EnrolledMember } from './groups/enrolled-member.js';
import { FamilyHeads } from './groups/family-heads.js';
import { Group } from './groups/group.js';
import { GroupStaff } from './groups/group-staff.js';
import { Place } from './groups/place.js';
import { SeatClash } from './groups/seat-clash.js';
import { Seat } from './groups/seat.js';
import { AppointmentNeed } from './needs/need.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';
import { Room } from './rooms/room.js';
import { StaffMember } from './staff/staff-member.js';
import { StaffingAlarm } from './staffing/staffing-alarm.js';

export const entities = [
  Appointment,
  AppointmentNeed,
  Attendance,
  CitizenLink,
  Closure,
  Course,
  EnrolledMember,
  FamilyHeads,
  Feed,
  Group,
  GroupStaff,
  Place,
  ProgrammeCopy,
  Room,
  Seat,
  SeatClash,
  StaffMember,
  StaffingAlarm,
];
