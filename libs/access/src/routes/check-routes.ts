import type { Route } from './routes.js';

/** What is wrong with the routes' declarations, a line each; nothing when the service may start. */
export function faultsOf(routes: readonly Route[]): string[] {
  return routes.flatMap((route) => {
    const [access, ...more] = route.declared;
    const name = `${route.method} ${route.path} (${route.handler})`;
    if (!access) return [`${name} declares no access: @Access, @SecretLink or @Public`];
    if (more.length > 0) return [`${name} declares its access ${route.declared.length} times`];
    if (access.as !== 'access') return [];
    if (access.allow.length === 0) return [`${name} allows nobody`];
    if (readsPersons(route) && access.allow.some(({ kind }) => kind === 'system')) {
      return [`${name} lets a system read about persons: that needs a person's token`];
    }
    return [];
  });
}

function readsPersons({ method, declared: [access] }: Route): boolean {
  if (access?.as !== 'access') return false;
  const mode = access.mode ?? (['GET', 'HEAD', 'ALL', 'OPTIONS', 'SEARCH'].includes(method) ? 'read' : 'write');
  const personal = ['family', 'person'].includes(access.subjects) || (access.categories ?? []).length > 0;
  return mode === 'read' && personal;
}
