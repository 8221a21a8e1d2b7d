import { join } from 'node:path';
import { repository } from '../platform/repository.js';
import { digest } from './digest.js';
import type { Launched } from './launch.js';
import { keep, readKept } from './state.js';

const sources = [
  'deploy/keycloak',
  'deploy/local/dist/demo',
  'deploy/local/dist/keycloak',
  'libs/programmes/definitions',
];

/** Makes the demonstration once; again when what it is made from, or the platform's address, has changed. */
export async function ensureDemonstration(launched: Launched): Promise<void> {
  const mark = `${launched.edge.url} ${digest(...sources.map((folder) => join(repository, folder)))}`;
  if (readKept().demonstration === mark) return;
  // Loaded only when needed: Keycloak's admin client and the programmes cost each later start half a second.
  const { makeDemonstration } = await import('../demo/make-demonstration.js');
  await makeDemonstration(launched);
  keep({ demonstration: mark });
}
