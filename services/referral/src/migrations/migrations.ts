import { Platform1763000000001 } from './0001-platform.js';
import { Referrals1763000000002 } from './0002-referrals.js';
import { Places1763000000003 } from './0003-places.js';
import { Bases1763000000004 } from './0004-bases.js';
import { StepPlace1763000000005 } from './0005-step-place.js';
import { LookUpLog1763000000106 } from './0006-look-up-log.js';
import { AccessFacts1763000000207 } from './0007-access-facts.js';
import { CitizenLinks1763000000308 } from './0008-citizen-links.js';
import { WhoTriages1763000000409 } from './0009-who-triages.js';
import { Custody1763000000510 } from './0010-custody.js';
import { OwnersFunctions1763000000711 } from './0011-owners-functions.js';
import { Institutions1763000000912 } from './0012-institutions.js';
import { ShownOfSubjects1763000000917 } from './0013-shown-of-subjects.js';
import { UnitFunctions1763000001913 } from './0014-unit-functions.js';
import { UnitChanges1763000002015 } from './0015-unit-changes.js';
import { Webhooks1763000002016 } from './0016-webhooks.js';
import { Refill1763000002217 } from './0017-refill.js';
import { WebhooksLapse1763000002518 } from './0018-webhooks-lapse.js';
import { ProgrammeUnits1763000002619 } from './0019-programme-units.js';
import { Separations1763000002719 } from './0020-separations.js';

export const migrations = [
  Platform1763000000001,
  Referrals1763000000002,
  Places1763000000003,
  Bases1763000000004,
  StepPlace1763000000005,
  LookUpLog1763000000106,
  AccessFacts1763000000207,
  CitizenLinks1763000000308,
  WhoTriages1763000000409,
  Custody1763000000510,
  OwnersFunctions1763000000711,
  Institutions1763000000912,
  ShownOfSubjects1763000000917,
  UnitFunctions1763000001913,
  UnitChanges1763000002015,
  Webhooks1763000002016,
  Refill1763000002217,
  WebhooksLapse1763000002518,
  ProgrammeUnits1763000002619,
  Separations1763000002719,
];
