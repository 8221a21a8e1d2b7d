import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@helhed/kernel';
import type { ServiceProcess } from '@helhed/testing';
import { ask, type Asked, type Timed } from './client.js';
import { followedOf, type Family, type Given } from './family.js';
import type { Consent } from './kind.js';
import { basisOf } from './people.js';
import type { RacesWorld } from './races-world.js';

export interface Insisted extends Timed {
  readonly tries: number;
}

/** The department notes that all who gave it take it back; a parent takes back its own, by itself. */
export type Withdrawer = 'department' | 'parent';

/** In a long run a list's 503 lasts longer now and then: as long as parts fail one after another. */
export const patienceMs = process.env['HELHED_FULL'] === '1' ? 180_000 : 60_000;

/** Recorded anew each time: what was withdrawn is never in force again. */
export async function give(world: RacesWorld, family: Family, consent: Consent, random: () => number): Promise<string> {
  const { familyId, persons, parents: givenBy } = consent === 'followUp' ? followedOf(family) : family;
  const body = { ...basisOf(consent, world.today), familyId, persons, givenBy };
  const key = newId();
  const asked = { method: 'POST', path: '/consent/v1/bases', body, headers: { 'idempotency-key': key } };
  const answer = await insist(world, asked, { as: 'pia', status: 201, random });
  const given: Given = { id: (JSON.parse(answer.body) as { id: string }).id, key, body };
  family.given[consent] = given;
  return given.id;
}

/** From one parent's withdrawal on nothing may be shown that is about it, or about a child in its custody. */
export function withdraw(
  world: RacesWorld,
  family: Family,
  basisId: string,
  random: () => number,
  by: Withdrawer = 'department',
): Promise<Insisted> {
  const { parents, account } = family.given.followUp?.id === basisId ? followedOf(family) : family;
  const body = by === 'parent' ? {} : { givers: parents };
  const asked = { method: 'POST', path: `/consent/v1/bases/${basisId}:withdraw`, body };
  return insist(world, asked, { as: by === 'parent' ? account : 'pia', status: 200, random });
}

interface How {
  readonly as: string;
  readonly status: number;
  readonly random: () => number;
}

/** Asks one instance of consent and then the other until one answers as it must: one may be down, or its clock stepped. */
async function insist(world: RacesWorld, asked: Asked, { as, status, random }: How): Promise<Insisted> {
  const until = performance.now() + patienceMs;
  const instances = world.instancesOf('consent');
  const first = Math.floor(random() * instances.length);
  for (let tries = 1; ; tries++) {
    const process = instances[(first + tries) % instances.length] as ServiceProcess;
    const answer = await ask(process.url, { ...asked, token: await world.token(as) });
    if (answer?.status === status) return { ...answer, tries };
    if (answer && answer.status !== 503 && answer.status !== 401)
      throw new Error(`${asked.path} was answered ${answer.status}: ${answer.body}`);
    if (performance.now() > until) throw new Error(`${asked.path} was not answered in ${patienceMs / 1_000} s`);
    await pause(50);
  }
}
