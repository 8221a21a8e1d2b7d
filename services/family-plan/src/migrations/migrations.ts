import { Platform1763000000001 } from './0001-platform.js';
import { Families1763000000002 } from './0002-families.js';
import { Enrolments1763000000003 } from './0003-enrolments.js';
import { Bases1763000000004 } from './0004-bases.js';
import { Intakes1763000000005 } from './0005-intakes.js';
import { LookUpLog1763000000106 } from './0006-look-up-log.js';
import { AccessFacts1763000000207 } from './0007-access-facts.js';
import { Custody1763000000208 } from './0008-custody.js';
import { Relations1763000000209 } from './0009-relations.js';
import { Citizens1763000000210 } from './0010-citizens.js';
import { Cases1763000000411 } from './0011-cases.js';
import { Holdings1763000000512 } from './0012-holdings.js';
import { OwnersFunctions1763000000713 } from './0013-owners-functions.js';
import { CustodyDue1763000000814 } from './0014-custody-due.js';
import { ChildViews1763000000915 } from './0015-child-views.js';
import { Institutions1763000000916 } from './0016-institutions.js';
import { ChildViewIncarnation1763000001017 } from './0017-child-view-incarnation.js';
import { ShownOfSubjects1763000001118 } from './0018-shown-of-subjects.js';
import { UnitFunctions1763000001917 } from './0019-unit-functions.js';
import { Goals1763000002120 } from './0020-goals.js';
import { Steps1763000002121 } from './0021-steps.js';
import { Conversations1763000002222 } from './0022-conversations.js';
import { PrivacyNotices1763000002323 } from './0023-privacy-notices.js';
import { Observations1763000002423 } from './0024-observations.js';
import { Videos1763000002424 } from './0025-videos.js';
import { ConversationsOfADay1763000002525 } from './0026-conversations-of-a-day.js';
import { ClosedEnrolments1763000002526 } from './0026-closed-enrolments.js';
import { ToldCustody1763000002640 } from './0027-told-custody.js';

export const migrations = [
  Platform1763000000001,
  Families1763000000002,
  Enrolments1763000000003,
  Bases1763000000004,
  Intakes1763000000005,
  LookUpLog1763000000106,
  AccessFacts1763000000207,
  Custody1763000000208,
  Relations1763000000209,
  Citizens1763000000210,
  Cases1763000000411,
  Holdings1763000000512,
  OwnersFunctions1763000000713,
  CustodyDue1763000000814,
  ChildViews1763000000915,
  Institutions1763000000916,
  ChildViewIncarnation1763000001017,
  ShownOfSubjects1763000001118,
  UnitFunctions1763000001917,
  Goals1763000002120,
  Steps1763000002121,
  Conversations1763000002222,
  PrivacyNotices1763000002323,
  Observations1763000002423,
  Videos1763000002424,
  ConversationsOfADay1763000002525,
  ClosedEnrolments1763000002526,
  ToldCustody1763000002640,
];
