import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { services } from './events.ts';
import { routesPage } from './routes-page.ts';
import type { RouteRow } from './routes-page.ts';

/** What of libs/web and of a built service is used here; both come out of dist, which the types of tools do not read. */
interface Web {
  describeService(definition: unknown): Promise<object>;
  describeAccess(definition: unknown): Promise<RouteRow[]>;
}

/** Path → text of docs/openapi/<service>.json and docs/routes.md, as the built services say them. */
export async function httpDocuments(root: string): Promise<Map<string, string>> {
  const web = (await import(join(root, 'libs/web/dist/index.js'))) as Web;
  const documents = new Map<string, string>();
  const routes = new Map<string, RouteRow[]>();
  for (const service of services) {
    const definition = await definitionOf(root, service);
    documents.set(
      `docs/openapi/${service}.json`,
      `${JSON.stringify(await web.describeService(definition), null, 2)}\n`,
    );
    routes.set(service, await web.describeAccess(definition));
  }
  return documents.set('docs/routes.md', routesPage(routes));
}

/** The ServiceDefinition that a service hands to startService(). */
async function definitionOf(root: string, service: string): Promise<unknown> {
  for (const file of ['service.js', `${service}.module.js`]) {
    const path = join(root, 'services', service, 'dist/src', file);
    if (!existsSync(path)) continue;
    const exported = Object.values((await import(path)) as Record<string, unknown>);
    const found = exported.find((each) => (each as { name?: unknown; title?: unknown } | null)?.title !== undefined);
    if (found) return found;
  }
  throw new Error(`services/${service} exports no ServiceDefinition from src/service.ts: is it built?`);
}
