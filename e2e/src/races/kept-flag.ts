/**
 * Preloaded into a service (`node --import`), a fault to be found: whether a lease runs is a flag, which each grant sets and a
 * renewal that fails takes away, instead of a clock that is asked for each answer.
 */
interface Held {
  granted(askedAt: number, grant: object): void;
}
interface Leased {
  readonly held: Held;
  take(): Promise<void>;
}
const module = async (file: string) =>
  (await import(new URL(`./lease/${file}.js`, import.meta.resolve('@helhed/access')).href)) as Record<
    string,
    { prototype: object }
  >;
const held = (await module('held-lease'))['HeldLease']?.prototype as Held;
const leased = (await module('municipality-lease'))['MunicipalityLease']?.prototype as Leased;
const { granted } = held;
const { take } = leased;
const running = new WeakSet<Held>();

held.granted = function (askedAt, grant) {
  granted.call(this, askedAt, grant);
  running.add(this);
};
Object.defineProperty(held, 'runs', {
  get(this: Held) {
    return running.has(this);
  },
});
leased.take = function () {
  return take.call(this).catch((error: unknown) => {
    running.delete(this.held);
    throw error;
  });
};
