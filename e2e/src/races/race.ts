import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceProcess } from '@helhed/testing';
import { ask, type Timed } from './client.js';
import type { Family } from './family.js';
import { give, patienceMs, withdraw, type Withdrawer } from './give-and-withdraw.js';
import { consents as all, type Consent, type Kind } from './kind.js';
import { isChosen, kinds } from './kinds.js';
import type { Outlet, Sent } from './outlet.js';
import type { RacesWorld } from './races-world.js';
import type { Tally } from './tally.js';

interface Read {
  readonly kind: Kind;
  readonly instance: string;
  readonly seen: Timed;
}

export const raced = kinds.filter(isChosen);

/**
 * One round about one family: its consents are given, every kind of read shows what they allow at every instance that
 * answers, each is read on at one of them, ever more seldom, and the consents are withdrawn meanwhile, each by the department
 * or by a parent. Right after each answer all that rest on it are read anew, five times at once.
 * @param outlets where services send by themselves what rests on these consents
 */
export async function race(
  world: RacesWorld,
  family: Family,
  tally: Tally,
  random: () => number,
  outlets: readonly Outlet[] = [],
): Promise<void> {
  const consents = all.filter((consent) => [...raced, ...kindsOf(outlets)].some(({ rests }) => rests === consent));
  const bases = await Promise.all(consents.map((consent) => give(world, family, consent, random)));
  await Promise.all([untilShown(world, family, raced), ...outlets.map((outlet) => outlet.untilTold(family))]);
  const reads: Read[] = [];
  const over = new AbortController();
  const readOnce = async (kind: Kind, process: ServiceProcess) => {
    const seen = await read(world, kind, process, family);
    if (seen) reads.push({ kind, instance: process.place.instance, seen });
    return seen !== undefined;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const each = <T>(of: readonly Kind[], work: (kind: Kind, process: ServiceProcess) => Promise<T>) =>
    Promise.all(of.flatMap((kind) => world.instancesOf(kind.service).map((process) => work(kind, process))));
  const readers = raced.map(async (kind) => {
    const process = pick(world.instancesOf(kind.service));
    for (let wait = 50 + random() * 250; !over.signal.aborted; wait = Math.min(wait * 2, 4_000)) {
      await readOnce(kind, process);
      await pause(wait, undefined, { signal: over.signal }).catch(() => undefined);
    }
  });
  const answeredAt = {} as Record<Consent, number>;
  const ends = new Map<Outlet, () => Promise<Sent>>();
  const first = Math.floor(random() * all.length);
  const byParent = [all[first], all[(first + 2) % all.length]];
  const withdrawers = consents.map((each): Withdrawer => (byParent.includes(each) ? 'parent' : 'department'));
  try {
    await pause(random() * 50);
    await Promise.all(
      consents.map(async (consent, index) => {
        const by = withdrawers[index] as Withdrawer;
        const own = outlets.filter(({ kind }) => kind.rests === consent);
        for (const outlet of own) await outlet.provoke(family, random);
        const began = performance.now();
        const basis = bases[index] as string;
        const { endedAt, tries } = await withdraw(world, family, basis, random, by);
        answeredAt[consent] = endedAt;
        tally.answered(basis, by, endedAt - began, tries);
        const resting = raced.filter(({ rests }) => rests === consent);
        const ending = async (outlet: Outlet) => ends.set(outlet, await outlet.answered(family));
        const again = (kind: Kind) => readOnce(kind, pick(world.instancesOf(kind.service)));
        await Promise.all([
          ...own.map(ending),
          each(resting, readOnce),
          ...[...resting, ...resting, ...resting].map(again),
        ]);
      }),
    );
  } finally {
    over.abort();
    await Promise.all(readers);
  }
  for (const [{ kind }, end] of ends) {
    const sent = await end();
    tally.race(kind, sent.answeredAt, sent.reads);
  }
  for (const kind of raced) {
    const own = reads.filter((each) => each.kind === kind);
    tally.race(
      kind,
      answeredAt[kind.rests],
      own.map(({ instance, seen }) => ({ instance, seen, shows: kind.shows(seen, family) })),
    );
  }
  // what the other parent gave is in force still
  const others = bases.filter((_, index) => withdrawers[index] === 'parent');
  await Promise.all(others.map((basis) => withdraw(world, family, basis, random)));
}

const kindsOf = (outlets: readonly Outlet[]) => outlets.map(({ kind }) => kind);

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
    token: as && (await world.token(as === 'parent' ? family.account : as)),
    body: body?.(family),
    headers: headers?.(family),
  });
}

const slow = Symbol('not answered yet');

/** Waits until every instance that answers shows what the consents allow, in each of these kinds of read. */
export async function untilShown(world: RacesWorld, family: Family, of: readonly Kind[] = kinds): Promise<void> {
  const until = performance.now() + patienceMs;
  await Promise.all(
    of.map(async (kind) => {
      const asked = new Map<ServiceProcess, Promise<Timed | undefined>>();
      // what is slow to answer is not asked anew meanwhile: that would make it slower
      const askOnce = (of: ServiceProcess) => {
        const asking = asked.get(of) ?? read(world, kind, of, family);
        asked.set(of, asking);
        return asking;
      };
      for (let wait = 100; ; wait = Math.min(wait * 2, 1_000)) {
        // one that is down now is not waited for: it answers nothing, or later
        const seen = await Promise.all(
          world.instancesOf(kind.service).map(async (each) => {
            const answer = await Promise.race([askOnce(each), pause(1_500, slow)]);
            // nor before its answer was looked at, though it came between two turns
            if (answer === slow) return undefined;
            asked.delete(each);
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
