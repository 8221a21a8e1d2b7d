import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@helhed/kernel';
import type { ServiceProcess } from '@helhed/testing';
import { ask, type Asked, type Timed } from './client.js';
import type { Family } from './family.js';
import { kinds, type Consent, type Kind } from './kinds.js';
import type { RacesWorld } from './races-world.js';
import type { Tally } from './tally.js';

interface Insisted extends Timed {
  readonly tries: number;
}

interface Read {
  readonly kind: Kind;
  readonly instance: string;
  readonly seen: Timed;
}

export const consents: readonly Consent[] = ['outcome', 'cooperation', 'calendar'];
const patienceMs = 60_000;

/**
 * One round about one family: its three consents are given, every kind of read shows what they allow at every instance that
 * answers, all read on, ever more seldom, and the consents are withdrawn meanwhile. Right after each answer all are read anew.
 */
export async function race(world: RacesWorld, family: Family, tally: Tally, random: () => number): Promise<void> {
  const bases = await Promise.all(consents.map((consent) => give(world, family, consent, random)));
  await untilShown(world, family);
  const reads: Read[] = [];
  let reading = true;
  const readOnce = async (kind: Kind, process: ServiceProcess) => {
    const seen = await read(world, kind, process, family);
    if (seen) reads.push({ kind, instance: process.place.instance, seen });
    return seen !== undefined;
  };
  const each = <T>(of: readonly Kind[], work: (kind: Kind, process: ServiceProcess) => Promise<T>) =>
    Promise.all(of.flatMap((kind) => world.instancesOf(kind.service).map((process) => work(kind, process))));
  const readers = each(kinds, async (kind, process) => {
    for (let wait = 10 + random() * 20; reading; wait = Math.min(wait * 2, 1_000)) {
      await readOnce(kind, process);
      await pause(wait);
    }
  });
  const answeredAt = {} as Record<Consent, number>;
  try {
    await pause(random() * 50);
    await Promise.all(
      consents.map(async (consent, index) => {
        const began = performance.now();
        const { endedAt, tries } = await withdraw(world, family, bases[index] as string, random);
        answeredAt[consent] = endedAt;
        tally.answered(endedAt - began, tries);
        const resting = kinds.filter(({ rests }) => rests === consent);
        await each(resting, readOnce);
      }),
    );
  } finally {
    reading = false;
    await readers;
  }
  for (const kind of kinds) {
    const own = reads.filter((each) => each.kind === kind);
    tally.race(
      kind,
      answeredAt[kind.rests],
      own.map(({ instance, seen }) => ({ instance, seen, shows: kind.shows(seen, family) })),
    );
  }
}

export async function read(
  world: RacesWorld,
  kind: Kind,
  process: ServiceProcess,
  family: Family,
): Promise<Timed | undefined> {
  const { method, path, as, body, headers } = kind;
  return ask(process.url, {
    method,
    path: path(family),
    token: as && (await world.token(as)),
    body: body?.(family),
    headers,
  });
}

/** Recorded anew each time: what was withdrawn is never in force again. */
export async function give(world: RacesWorld, family: Family, consent: Consent, random: () => number): Promise<string> {
  const body = {
    ...world.basisOf(consent),
    familyId: family.familyId,
    persons: family.persons,
    givenBy: family.parents,
  };
  const headers = { 'idempotency-key': newId() };
  const answer = await insist(world, { method: 'POST', path: '/consent/v1/bases', body, headers }, 201, random);
  return (JSON.parse(answer.body) as { id: string }).id;
}

/** Waits until every instance that answers shows what the consents allow, in each of these kinds of read. */
export async function untilShown(world: RacesWorld, family: Family, of = kinds): Promise<void> {
  const until = performance.now() + patienceMs;
  await Promise.all(
    of.map(async (kind) => {
      for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
        // one that is down now is not waited for: it answers nothing, or later
        const seen = await Promise.all(
          world.instancesOf(kind.service).map(async (each) => {
            const answer = await Promise.race([read(world, kind, each, family), pause(1_500)]);
            return answer && { status: answer.status, shows: kind.shows(answer, family), body: answer.body };
          }),
        );
        const up = seen.filter((each) => each !== undefined);
        if (up.length > 0 && up.every(({ shows }) => shows)) return;
        if (performance.now() > until)
          throw new Error(`${kind.name} was not shown in ${patienceMs / 1_000} s: ${JSON.stringify(up)}`);
        await pause(wait);
      }
    }),
  );
}

export async function withdraw(
  world: RacesWorld,
  { parents }: Family,
  basisId: string,
  random: () => number,
): Promise<Insisted> {
  const asked = { method: 'POST', path: `/consent/v1/bases/${basisId}:withdraw`, body: { givers: parents } };
  return insist(world, asked, 200, random);
}

/** Asks one instance of consent and then the other until one answers as it must: one may be down, or its clock stepped. */
async function insist(world: RacesWorld, asked: Asked, status: number, random: () => number): Promise<Insisted> {
  const until = performance.now() + patienceMs;
  const instances = world.instancesOf('consent');
  const first = Math.floor(random() * instances.length);
  for (let tries = 1; ; tries++) {
    const process = instances[(first + tries) % instances.length] as ServiceProcess;
    const answer = await ask(process.url, { ...asked, token: await world.token('pia') });
    if (answer?.status === status) return { ...answer, tries };
    if (answer && answer.status !== 503 && answer.status !== 401)
      throw new Error(`${asked.path} was answered ${answer.status}: ${answer.body}`);
    if (performance.now() > until) throw new Error(`${asked.path} was not answered in ${patienceMs / 1_000} s`);
    await pause(50);
  }
}
