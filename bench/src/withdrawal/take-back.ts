import { give, kinds, read, untilShown, withdraw, type Consent, type Family, type RacesWorld } from '@helhed/e2e';

/** What is done to a reader between a consent's being shown everywhere and its being withdrawn, and how it is undone. */
export interface Strike {
  strike(): void | Promise<void>;
  mend(): void | Promise<void>;
}

/**
 * Gives a consent, waits until every instance shows what it allows, and withdraws it.
 * @returns milliseconds from sending the withdrawal to its answer
 * @throws Error where a read that was sent after the answer shows it: then the time says nothing
 */
export async function takeBack(world: RacesWorld, family: Family, consent: Consent, struck?: Strike): Promise<number> {
  const resting = kinds.filter(({ rests }) => rests === consent);
  const basisId = await give(world, family, consent, Math.random);
  await untilShown(world, family, resting);
  try {
    await struck?.strike();
    const ms = await answered(world, family, basisId);
    const after = mustNotShow(world, family, resting);
    // a reader that was frozen answers them when it goes on
    await Promise.all([struck?.mend(), after]);
    return ms;
  } catch (error) {
    await struck?.mend();
    throw error;
  }
}

/** The same where nobody reads. */
export async function takeBackUnread(world: RacesWorld, family: Family, consent: Consent): Promise<number> {
  return answered(world, family, await give(world, family, consent, Math.random));
}

async function answered(world: RacesWorld, family: Family, basisId: string): Promise<number> {
  const { sentAt, endedAt, tries } = await withdraw(world, family, basisId, Math.random);
  if (tries > 1) throw new Error('a withdrawal was not answered the first time');
  return endedAt - sentAt;
}

async function mustNotShow(world: RacesWorld, family: Family, of: typeof kinds): Promise<void> {
  const each = of.flatMap((kind) => world.instancesOf(kind.service).map((process) => ({ kind, process })));
  await Promise.all(
    each.map(async ({ kind, process }) => {
      const seen = await read(world, kind, process, family);
      if (seen && kind.shows(seen, family)) throw new Error(`${kind.name} was shown after the answer`);
    }),
  );
}
