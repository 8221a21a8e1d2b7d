import { contexts, type Context } from '@helhed/contracts';

/** `partly`: not all of its processes, or without something that it can do without for a while. */
export type State = 'up' | 'partly' | 'down';

export interface WhatRuns {
  readonly services: ReadonlyMap<Context, State>;
  /** What the services build on, as they say themselves; down where none of them answers. */
  readonly servers: ReadonlyMap<Server, State>;
}

export const servers = ['database', 'nats', 'keycloak'] as const;
export type Server = (typeof servers)[number];

interface Readiness {
  readonly status?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const patienceMs = 2_000;

/** What runs behind the edge, asked of each process now. */
export async function whatRuns(routes: Readonly<Record<string, readonly string[]>>): Promise<WhatRuns> {
  const asked = contexts.flatMap((service) =>
    (routes[`/${service}`] ?? []).map(async (url) => ({ service, said: await readiness(`${url}/${service}`) })),
  );
  const all = await Promise.all(asked);
  const own = (service: Context) => all.filter((each) => each.service === service).map(({ said }) => said.status);
  const heardOf = (server: Server) => all.flatMap(({ said }) => said.dependencies?.[server] ?? []);
  return {
    services: new Map(
      contexts
        .filter((service) => routes[`/${service}`])
        .map((service) => [service, stateOf(own(service), 'ready', 'degraded')]),
    ),
    servers: new Map(servers.map((server) => [server, stateOf(heardOf(server), 'up')])),
  };
}

function stateOf(said: readonly (string | undefined)[], good: string, fair?: string): State {
  if (said.length > 0 && said.every((each) => each === good)) return 'up';
  return said.some((each) => each === good || (fair !== undefined && each === fair)) ? 'partly' : 'down';
}

async function readiness(base: string): Promise<Readiness> {
  try {
    const answer = await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(patienceMs) });
    return (await answer.json()) as Readiness;
  } catch {
    return {};
  }
}
