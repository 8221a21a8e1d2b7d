import { Enrolment } from './enrolments/enrolment.js';
import { Custody } from './families/custody.js';
import { FamilyMember, Residence } from './families/family-member.js';
import { Family } from './families/family.js';
import { Household } from './families/household.js';
import { Person } from './persons/person.js';
import { ProgrammeCopy } from './programmes/programme-copy.js';

export const entities = [
  Custody,
  Enrolment,
  Family,
  FamilyMember,
  Household,
  Person,
  ProgrammeCopy,
  Residence,
];
