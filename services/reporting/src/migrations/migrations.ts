import { Platform1763000000001 } from './0001-platform.js';
import { Facts1763000000002 } from './0002-facts.js';
import { ReadModels1763000000003 } from './0003-read-models.js';
import { Incarnations1763000000004 } from './0004-incarnations.js';
import { LookUpLog1763000000105 } from './0005-look-up-log.js';
import { AccessFacts1763000000206 } from './0006-access-facts.js';
import { CitizenLinks1763000000308 } from './0007-citizen-links.js';
import { MembersOfFamilies1763000000409 } from './0008-members-of-families.js';
import { Custody1763000000509 } from './0009-custody.js';
import { OwnersFunctions1763000000710 } from './0010-owners-functions.js';
import { Institutions1763000000911 } from './0011-institutions.js';
import { ShownOfSubjects1763000000919 } from './0012-shown-of-subjects.js';
import { UnitFunctions1763000001912 } from './0013-unit-functions.js';
import { Courses1763000002013 } from './0014-courses.js';
import { Releases1763000002014 } from './0015-releases.js';
import { AttendanceAndConversations1763000002215 } from './0016-attendance-and-conversations.js';
import { Claimed1763000002216 } from './0017-claimed.js';
import { PartsOfYears1763000002318 } from './0018-parts-of-years.js';
import { RefusedClaims1763000002319 } from './0019-refused-claims.js';

export const migrations = [
  Platform1763000000001,
  Facts1763000000002,
  ReadModels1763000000003,
  Incarnations1763000000004,
  LookUpLog1763000000105,
  AccessFacts1763000000206,
  CitizenLinks1763000000308,
  MembersOfFamilies1763000000409,
  Custody1763000000509,
  OwnersFunctions1763000000710,
  Institutions1763000000911,
  ShownOfSubjects1763000000919,
  UnitFunctions1763000001912,
  Courses1763000002013,
  Releases1763000002014,
  AttendanceAndConversations1763000002215,
  Claimed1763000002216,
  PartsOfYears1763000002318,
  RefusedClaims1763000002319,
];
