import { startDurablePlatform, type DurablePlatform } from '../platform/durable-platform.js';
import type { Findings } from '../report/bench.js';
import { marks, tables } from './compare.js';
import type { Round, Sample } from './samples.js';
import { startVariants } from './start-variants.js';
import { connect, type Variant } from './variant.js';

const connections = 32;
const rounds = 5;

/** Starts the variants, asks each the same in rounds, and compares them. */
export async function runRounds(round: Round, say: (line: string) => void): Promise<Findings> {
  say('starting PostgreSQL, NATS, Keycloak and the referral service');
  const durable = await startDurablePlatform(['referral']);
  try {
    const variants = await startVariants(durable);
    const samples = await measure(durable, variants, round, say).finally(() =>
      Promise.all(variants.map((each) => each.stop())),
    );
    const names = variants.map(({ name }) => name);
    return { tables: tables(samples, names), marks: marks(samples), notes: [note] };
  } finally {
    await durable.stop();
  }
}

/** Short rounds, each variant in turn and each round beginning with another one; the first only warms up. */
async function measure(
  durable: DurablePlatform,
  variants: readonly Variant[],
  round: Round,
  say: (line: string) => void,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let number = 0; number <= rounds; number++) {
    const order = variants.map((_, index) => variants[(index + number) % variants.length] as Variant);
    for (const variant of order) {
      // anew each time: servers close what has been idle for some seconds
      const open = await connect(variant.port, connections);
      const found = await round(durable, variant, open).finally(() => open.forEach((each) => each.close()));
      say(JSON.stringify(found));
      if (number > 0) samples.push(...found);
    }
    say(number === 0 ? 'warmed up' : `round ${number} of ${rounds}`);
  }
  return samples;
}

const note =
  `Medians of ${rounds} rounds, ${connections} connections. “bus away”: the same service without a NATS to publish to, ` +
  'which does what the yardsticks do: they publish nothing.';
