import type { People } from '../story/municipality.js';
import { programme } from '../nyborg-referred/world.js';
import type { Family } from './family.js';
import type { Consent } from './kind.js';

/** The partner whom `cooperation` lets see. */
export const school = { code: 'skole-nord', name: 'Nordskolen' };

/** The day care that a child goes to: `attendance` lets it see its own children. */
const dayCare = { code: 'bh-myren', name: 'Børnehuset Myren' };

export const accountOf = (family: number): string => `parent-${family}`;
/** As many families again have had their course. */
export const followedBy = (family: number, families: number): number => families + family;

/** @param families each of which has a parent with an account */
export const peopleOf = (families: number): People => ({
  units: [
    { code: 'db-solsikken', name: 'Børnehuset Solsikken', functions: ['pedagogue', 'referrer'] },
    { ...school, functions: ['teacher'] },
    { ...dayCare, functions: ['pedagogue'] },
    { code: 'boern-og-unge', name: 'Børn og Unge', functions: ['social-worker'] },
    { code: 'familiehuset', name: 'Familiehuset', functions: ['contact-pedagogue'] },
    { code: 'ppr', name: 'Pædagogisk Psykologisk Rådgivning', functions: ['psychologist'] },
    { code: 'visitation', name: 'Visitationen', functions: ['triager'] },
    { code: 'koordineringen', name: 'Koordineringen', functions: ['family-coordinator'] },
    { code: 'familiestuen', name: 'Familiestuen', functions: ['group-leader', 'programme-lead'] },
  ],
  users: {
    pia: ['db-solsikken:pedagogue'],
    trine: ['skole-nord:teacher'],
    mette: ['bh-myren:pedagogue'],
    sofie: ['boern-og-unge:social-worker'],
    clara: ['familiehuset:contact-pedagogue'],
    petra: ['ppr:psychologist'],
    karen: ['koordineringen:family-coordinator'],
    vibeke: ['visitation:triager'],
    gitte: ['familiestuen:group-leader'],
    lone: ['familiestuen:programme-lead'],
    ...Object.fromEntries(
      Array.from({ length: followedBy(families, families) }, (_, index) => [accountOf(index + 1), []]),
    ),
  },
  systems: { 'dagtilbud-system': ['db-solsikken:referrer'] },
});

/** Who is tied to each family. */
export const tiesOf = ({
  child,
  subjects: { sofie, clara, petra, karen },
}: Pick<Family, 'child' | 'subjects'>): readonly object[] => [
  { kind: 'partner', unit: 'skole-nord', function: 'teacher' },
  { kind: 'institution', unit: dayCare.code, personId: child },
  { kind: 'team', unit: 'boern-og-unge', function: 'social-worker', sub: sofie },
  { kind: 'team', unit: 'ppr', function: 'psychologist', sub: petra },
  { kind: 'coordinator', unit: 'koordineringen', function: 'family-coordinator', sub: karen },
  { kind: 'contact', unit: 'familiehuset', function: 'contact-pedagogue', sub: clara },
];

/** Who stays with a family when its course is over. */
export const tieOfFollowed = (family: Pick<Family, 'child' | 'subjects'>): readonly object[] =>
  tiesOf(family).slice(-1);

/** What of a family stands in its plan, and in what institutions register of its child. */
const ofPlan = ['registration-form', 'plan'] as const;

const fromCourse = (purpose: string, toUnit: string, ...categories: string[]) => ({
  layer: 'disclosure',
  purpose,
  fromUnit: 'familiestuen',
  toUnit,
  categories,
});

const terms: Readonly<Record<Consent, object>> = {
  outcome: {
    layer: 'disclosure',
    purpose: 'outcome-to-sender',
    categories: ['referral-outcome'],
    fromUnit: 'visitation',
    toUnit: 'db-solsikken',
  },
  cooperation: fromCourse('cooperation', 'skole-nord', 'family-structure', 'identity', 'enrolment', ...ofPlan),
  attendance: fromCourse('cooperation', dayCare.code, 'family-structure', 'identity', 'enrolment', ...ofPlan),
  coordination: fromCourse(
    'coordination',
    'boern-og-unge',
    'family-structure',
    'identity',
    'custody',
    'enrolment',
    'child-view',
    'attendance',
    ...ofPlan,
  ),
  coordinating: fromCourse('coordination', 'koordineringen', 'appointments'),
  contact: fromCourse(
    'contact-support',
    'familiehuset',
    'family-structure',
    'identity',
    'enrolment',
    'child-view',
    ...ofPlan,
  ),
  followUp: fromCourse('follow-up', 'familiehuset', 'family-structure', 'identity', 'enrolment', 'plan'),
  observation: {
    layer: 'processing',
    purpose: 'observation',
    categories: ['observation'],
    fromUnit: 'ppr',
    toUnit: 'ppr',
  },
  video: { ...fromCourse('video', 'familiestuen', 'video'), layer: 'processing' },
  calendar: { ...fromCourse('calendar-feed', 'familiestuen', 'appointments'), layer: 'processing' },
};

export const basisOf = (consent: Consent, today: string): object => ({
  ...terms[consent],
  programme,
  kind: 'consent',
  paragraph: 'Forvaltningsloven § 28, stk. 2, nr. 1',
  how: 'spoken',
  givenOn: today,
  validFrom: today,
  evidence: 'Samtale i børnehuset',
});
