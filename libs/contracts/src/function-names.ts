import type { Text } from '@helhed/kernel';

/** What people call the functions: docs/access.md, section 3. One that an administrator invented is shown by its code. */
export const functionNames: Readonly<Record<string, Text>> = {
  pedagogue: { da: 'pædagog', en: 'pedagogue' },
  childminder: { da: 'dagplejer', en: 'childminder' },
  teacher: { da: 'lærer', en: 'teacher' },
  'contact-pedagogue': { da: 'kontaktpædagog', en: 'contact pedagogue' },
  'health-visitor': { da: 'sundhedsplejerske', en: 'health visitor' },
  psychologist: { da: 'psykolog', en: 'psychologist' },
  'social-worker': { da: 'socialrådgiver', en: 'social worker' },
  caseworker: { da: 'sagsbehandler', en: 'caseworker' },
  'family-coordinator': { da: 'familiekoordinator', en: 'family coordinator' },
  'group-leader': { da: 'gruppeleder', en: 'group leader' },
  triager: { da: 'visitator', en: 'triager' },
  'programme-lead': { da: 'programleder', en: 'programme lead' },
  'data-protection-officer': { da: 'databeskyttelsesrådgiver', en: 'data protection officer' },
  'report-reader': { da: 'læser af rapporter', en: 'report reader' },
  referrer: { da: 'indstillende system', en: 'referring system' },
  administrator: { da: 'administrator', en: 'administrator' },
};
