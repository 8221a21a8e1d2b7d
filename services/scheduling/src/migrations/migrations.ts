import { Platform1763000000001 } from './0001-platform.js';
import { Calendar1763000000002 } from './0002-calendar.js';
import { Groups1763000000003 } from './0003-groups.js';
import { StaffFunction1763000000004 } from './0004-staff-function.js';
import { FamilyHeads1763000000005 } from './0005-family-heads.js';
import { LookUpLog1763000000106 } from './0006-look-up-log.js';
import { AccessFacts1763000000207 } from './0007-access-facts.js';
import { CitizenLinks1763000000308 } from './0008-citizen-links.js';
import { Families1763000000409 } from './0009-families.js';
import { Custody1763000000510 } from './0010-custody.js';
import { ReferredFamilies1763000000611 } from './0011-referred-families.js';
import { OwnersFunctions1763000000712 } from './0012-owners-functions.js';
import { ErasedFamilies1763000000813 } from './0013-erased-families.js';
import { Deliveries1763000000914 } from './0014-deliveries.js';
import { Institutions1763000000915 } from './0015-institutions.js';
import { AskForErased1763000001016 } from './0016-ask-for-erased.js';
import { ShownOfSubjects1763000001117 } from './0017-shown-of-subjects.js';
import { UnitFunctions1763000001916 } from './0018-unit-functions.js';
import { Recipients1763000001923 } from './0019-recipients.js';
import { Attendance1763000002020 } from './0020-attendance.js';
import { MovedSessions1763000002121 } from './0021-moved-sessions.js';
import { MakeUpSessions1763000002222 } from './0022-make-up-sessions.js';
import { Refill1763000002323 } from './0023-refill.js';
import { StaffingAlarms1763000002424 } from './0024-staffing-alarms.js';
import { Needs1763000002525 } from './0025-needs.js';
import { EndedSeats1763000002525 } from './0025-ended-seats.js';
import { PlacedConversations1763000002626 } from './0026-placed-conversations.js';

export const migrations = [
  Platform1763000000001,
  Calendar1763000000002,
  Groups1763000000003,
  StaffFunction1763000000004,
  FamilyHeads1763000000005,
  LookUpLog1763000000106,
  AccessFacts1763000000207,
  CitizenLinks1763000000308,
  Families1763000000409,
  Custody1763000000510,
  ReferredFamilies1763000000611,
  OwnersFunctions1763000000712,
  ErasedFamilies1763000000813,
  Deliveries1763000000914,
  Institutions1763000000915,
  AskForErased1763000001016,
  ShownOfSubjects1763000001117,
  UnitFunctions1763000001916,
  Recipients1763000001923,
  Attendance1763000002020,
  MovedSessions1763000002121,
  MakeUpSessions1763000002222,
  Refill1763000002323,
  StaffingAlarms1763000002424,
  Needs1763000002525,
  EndedSeats1763000002525,
  PlacedConversations1763000002626,
];
