import type { SystemClientPlan } from '../keycloak/create-system-client.js';
import type { UnitPlan } from '../keycloak/create-unit.js';
import { demoUnits } from './units.js';

export interface DemoPerson {
  username: string;
  firstName: string;
  lastName: string;
  functions: readonly string[];
}

/** A citizen: an account without functions, linked to a member of an invented family. */
export interface DemoCitizen {
  username: string;
  firstName: string;
  lastName: string;
  /** The number of the family, as it is referred */
  family: number;
}

export interface DemoMunicipality {
  code: string;
  name: string;
  units: readonly UnitPlan[];
  people: readonly DemoPerson[];
  citizens: readonly DemoCitizen[];
  /** The day cares' own system: client id and its function. */
  system: Pick<SystemClientPlan, 'clientId' | 'functions' | 'exchangesTokensOf'>;
  /** Its own programme, which the invented families are referred to; a group is opened where its definition has groups. */
  programme: string;
  /** What their referrals state about each of them. */
  facts: Readonly<Record<string, unknown>>;
}

const person = (username: string, firstName: string, lastName: string, ...functions: string[]): DemoPerson => ({
  username,
  firstName,
  lastName,
  functions,
});

const system = {
  clientId: 'dagtilbud-system',
  functions: ['db-solsikken:referrer'],
  exchangesTokensOf: ['demo-cli'],
};

/** Nobody here exists. Between them they hold every function that part of a thread needs. */
export const demoMunicipalities: readonly DemoMunicipality[] = [
  {
    code: '0450',
    name: 'Nyborg',
    units: demoUnits,
    programme: 'nyborg-familiestue',
    facts: { everydayConflicts: ['bedtime', 'meals'], wholeFamilyTakesPart: true },
    system,
    people: [
      person('pia', 'Pia', 'Pedersen', 'db-solsikken:pedagogue'),
      person('kim', 'Kim', 'Kjær', 'db-stjernen:contact-pedagogue'),
      person('signe', 'Signe', 'Sund', 'sundhedsplejen:health-visitor'),
      person('vibeke', 'Vibeke', 'Vang', 'visitation:triager'),
      person('gitte', 'Gitte', 'Grøn', 'familiestuen:group-leader'),
      person('frida', 'Frida', 'Falk', 'familieafdelingen:family-coordinator'),
      person('sanne', 'Sanne', 'Storm', 'familieafdelingen:caseworker', 'familieafdelingen:social-worker'),
      person('lone', 'Lone', 'Lund', 'familiestuen:programme-lead'),
      person('tove', 'Tove', 'Toft', 'db-solsikken:pedagogue', 'familiestuen:group-leader'),
      person('anne', 'Anne', 'Abel', 'raadhuset:administrator'),
      person('dorte', 'Dorte', 'Damm', 'raadhuset:data-protection-officer'),
      person('petra', 'Petra', 'Poulsen', 'ppr:psychologist'),
      person('bente', 'Bente', 'Borg', 'raadhuset:report-reader'),
    ],
    citizens: [
      { username: 'anna', firstName: 'Anna', lastName: 'Ager', family: 0 },
      { username: 'anders', firstName: 'Anders', lastName: 'Ager', family: 0 },
      { username: 'camilla', firstName: 'Camilla', lastName: 'Birk', family: 1 },
    ],
  },
  {
    code: '0561',
    name: 'Esbjerg',
    units: demoUnits,
    programme: 'esbjerg-familieraadslagning',
    facts: { concerns: ['wellbeing'], networkTakesPart: true },
    system,
    people: [
      person('peter', 'Peter', 'Poulsen', 'db-solsikken:pedagogue'),
      person('trine', 'Trine', 'Thorup', 'skole-nord:teacher'),
      person('vagn', 'Vagn', 'Vester', 'visitation:triager'),
      person('soren', 'Søren', 'Sand', 'familieafdelingen:social-worker'),
      person('lise', 'Lise', 'Linde', 'familiestuen:programme-lead'),
      person('gert', 'Gert', 'Gade', 'familiestuen:group-leader'),
    ],
    citizens: [],
  },
];
