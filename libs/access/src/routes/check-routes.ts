import type { AccessDeclaration } from './declarations.js';
import { changesFamilies, looksAtFamilies, looksAtPersons } from './looks.js';
import type { Route } from './routes.js';

/**
 * Listed among a module's providers it says that every look at families of the service is decided, a command's own answer
 * among them: a route that does not declare its relations and sections, or a command what it answers, then keeps the service
 * from starting.
 */
export class EveryLookIsDecided {}

/** Its unit's own, for systems alone, and decided section by section. */
const isFeed = ({ feed, allow, relations = [], sections = [] }: AccessDeclaration): boolean =>
  feed === true &&
  allow.every((way) => way.kind === 'system' && way.unit === 'own') &&
  relations.length > 0 &&
  sections.length > 0;

/** What is wrong with the routes' declarations, a line each; nothing when the service may start. */
export function faultsOf(routes: readonly Route[], everyLookIsDecided = false): string[] {
  return routes.flatMap((route) => {
    const [access, ...more] = route.declared;
    const name = `${route.method} ${route.path} (${route.handler})`;
    if (!access) return [`${name} declares no access: @Access, @SecretLink or @Public`];
    if (more.length > 0) return [`${name} declares its access ${route.declared.length} times`];
    if (access.as !== 'access') return [];
    if (access.allow.length === 0) return [`${name} allows nobody`];
    if (looksAtPersons(route.method, access) && access.allow.some(({ kind }) => kind === 'system') && !isFeed(access)) {
      return [`${name} lets a system read about persons: that needs a person's token`];
    }
    if (route.page && access.allow.some(({ kind }) => kind !== 'person' && kind !== 'citizen')) {
      return [`${name} is a page and allows others than those who sign in with a browser`];
    }
    const undecided = access.relations === undefined || access.sections === undefined;
    if (everyLookIsDecided && undecided && looksAtFamilies(route.method, access)) {
      return [`${name} shows families and does not declare by which relations and which sections`];
    }
    if (!everyLookIsDecided || !changesFamilies(route.method, access)) return [];
    const { answers, sections = [] } = access;
    if (answers === undefined) return [`${name} changes what is held on families and does not say what it answers`];
    if (answers !== 'decided' && sections.length > 0) return [`${name} shows sections and answers a frame`];
    return [];
  });
}
