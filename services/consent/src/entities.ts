import { CitizenLink } from '@helhed/access';
import { BasisGiver } from './bases/basis-giver.js';
import { Basis } from './bases/basis.js';
import { BasisCover } from './cover/basis-cover.js';
import { Custody } from './custody/custody.js';
import { FamilyMember } from './families/family-member.js';
import { PersonAge } from './families/person-age.js';
import { CoverDue } from './cover/cover-due.js';
import { ExchangeDue } from './meetings/exchange-due.js';
import { HeldBooking } from './meetings/held-booking.js';
import { HeldMeeting } from './meetings/held-meeting.js';
import { MadeUpMeeting } from './meetings/made-up-meeting.js';
import { Orientation } from './orientations/orientation.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';

export const entities = [
  Basis,
  BasisGiver,
  BasisCover,
  Custody,
  FamilyMember,
  PersonAge,
  HeldBooking,
  HeldMeeting,
  MadeUpMeeting,
  CoverDue,
  ExchangeDue,
  Orientation,
  ProgrammeCopy,
  CitizenLink,
];
