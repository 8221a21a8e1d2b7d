import { Platform1763000000001 } from './0001-platform.js';
import { Bases1763000000002 } from './0002-bases.js';
import { LookUpLog1763000000103 } from './0003-look-up-log.js';
import { Register1763000000110 } from './0005-register.js';
import { AccessFacts1763000000111 } from './0006-access-facts.js';
import { Leases1763000000120 } from './0008-leases.js';
import { LookUpRegister1763000000107 } from './0007-look-up-register.js';
import { UnitMirror1763000000140 } from './0010-unit-mirror.js';
import { PageSessions1763000000150 } from './0011-page-sessions.js';
import { Decisions1763000000160 } from './0012-decisions.js';
import { Cases1763000000411 } from './0013-cases.js';
import { RestoredRegister1763000000420 } from './0014-restored-register.js';
import { ErasedFamilies1763000000430 } from './0015-erased-families.js';
import { HeldBookings1763000000720 } from './0016-held-bookings.js';
import { OwnersFunctions1763000000715 } from './0017-owners-functions.js';
import { UnitNames1763000000721 } from './0018-unit-names.js';
import { CoverDue1763000000816 } from './0019-cover-due.js';
import { LooksNamedAndDeferredAnew1763000000900 } from './0020-looks-named-and-deferred-anew.js';
import { Orientations1763000000901 } from './0021-orientations.js';
import { Institutions1763000000921 } from './0022-institutions.js';
import { Grants1763000000930 } from './0023-grants.js';
import { ShownOfSubjects1763000000940 } from './0024-shown-of-subjects.js';
import { UnitFunctions1763000001922 } from './0025-unit-functions.js';
import { EntryVersion1763000002001 } from './0026-entry-version.js';
import { MadeUpMeetings1763000002101 } from './0027-made-up-meetings.js';

export const migrations = [
  Platform1763000000001,
  Bases1763000000002,
  LookUpLog1763000000103,
  LookUpRegister1763000000107,
  Register1763000000110,
  AccessFacts1763000000111,
  Leases1763000000120,
  UnitMirror1763000000140,
  PageSessions1763000000150,
  Decisions1763000000160,
  Cases1763000000411,
  RestoredRegister1763000000420,
  ErasedFamilies1763000000430,
  OwnersFunctions1763000000715,
  HeldBookings1763000000720,
  UnitNames1763000000721,
  CoverDue1763000000816,
  LooksNamedAndDeferredAnew1763000000900,
  Orientations1763000000901,
  Institutions1763000000921,
  Grants1763000000930,
  ShownOfSubjects1763000000940,
  UnitFunctions1763000001922,
  EntryVersion1763000002001,
  MadeUpMeetings1763000002101,
];
