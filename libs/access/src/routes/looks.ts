import type { AccessDeclaration } from './declarations.js';

const reading = ['GET', 'HEAD', 'ALL', 'OPTIONS', 'SEARCH'];

const looks = (method: string, { mode }: AccessDeclaration): boolean =>
  (mode ?? (reading.includes(method) ? 'read' : 'write')) === 'read';

/** Whether the route is a look at persons, employees among them: one that needs a person's token (A-SYS-01). */
export const looksAtPersons = (method: string, access: AccessDeclaration): boolean =>
  looks(method, access) && (access.subjects !== 'none' || (access.categories ?? []).length > 0);

const asksForItself = ['person', 'citizen', 'system'];

const isAboutFamilies = ({ subjects, allow }: AccessDeclaration): boolean =>
  ['family', 'person'].includes(subjects) && allow.some(({ kind }) => asksForItself.includes(kind));

/** Whether it shows somebody what is held on families: what a decision is made for. A claim has its contracted fields. */
export const looksAtFamilies = (method: string, access: AccessDeclaration): boolean =>
  looks(method, access) && isAboutFamilies(access);

/** Whether it changes what is held on families: its own answer is a look too. */
export const changesFamilies = (method: string, access: AccessDeclaration): boolean =>
  !looks(method, access) && isAboutFamilies(access);
