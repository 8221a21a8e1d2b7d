import type { UnitPlan } from '../keycloak/create-unit.js';

const dayCare = ['pedagogue', 'contact-pedagogue', 'childminder', 'referrer'];

/** The units of an invented municipality, with the functions that can be held in each. */
export const demoUnits: readonly UnitPlan[] = [
  { code: 'db-solsikken', name: 'Børnehuset Solsikken', institution: true, functions: dayCare },
  { code: 'db-stjernen', name: 'Børnehuset Stjernen', institution: true, functions: dayCare },
  { code: 'sundhedsplejen', name: 'Sundhedsplejen', functions: ['health-visitor', 'referrer'] },
  { code: 'skole-nord', name: 'Skolen i Nord', institution: true, functions: ['teacher', 'referrer'] },
  { code: 'ppr', name: 'Pædagogisk Psykologisk Rådgivning', functions: ['psychologist', 'referrer'] },
  {
    code: 'familieafdelingen',
    name: 'Familieafdelingen',
    functions: ['social-worker', 'caseworker', 'family-coordinator', 'referrer'],
  },
  {
    code: 'raadhuset',
    name: 'Rådhuset',
    functions: ['administrator', 'data-protection-officer', 'report-reader'],
  },
  { code: 'visitation', name: 'Visitationen', functions: ['triager', 'programme-lead'] },
  { code: 'familiestuen', name: 'Familiestuen', functions: ['group-leader', 'family-coordinator', 'programme-lead'] },
];
