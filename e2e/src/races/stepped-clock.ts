import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// HELHED_FAKETIME names the folder where it was put by other means than a package
const { HELHED_FAKETIME: own } = process.env;
const packaged = ['/usr/lib/x86_64-linux-gnu/faketime', '/usr/lib/aarch64-linux-gnu/faketime', '/usr/lib/faketime'];
const folders = own === undefined ? packaged : [own];

/**
 * The wall clock of single processes, by libfaketime, which is preloaded into them; the machine's clock stays, and so does
 * the monotonic one, which no operator can step.
 */
export class SteppedClocks {
  readonly #library: string;

  /** @param folder where each process's step is written */
  constructor(private readonly folder: string) {
    const found = folders.filter(existsSync).flatMap((each) => readdirSync(each).map((name) => join(each, name)));
    const library = found.find((path) => /libfaketime\.so/.test(path));
    if (!library)
      throw new Error('libfaketime is needed to step the clock of a process (Debian: apt-get install libfaketime)');
    this.#library = library;
  }

  /** What a process is started with. @param instance such as `consent-0` */
  environmentOf(instance: string): Record<string, string> {
    this.step(instance, 0);
    return {
      LD_PRELOAD: this.#library,
      FAKETIME_TIMESTAMP_FILE: this.#file(instance),
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
  }

  /** Moves the clock of one process, which sees it within a second. @param seconds ahead of the machine's; negative: behind */
  step(instance: string, seconds: number): void {
    writeFileSync(this.#file(instance), `${seconds < 0 ? '' : '+'}${seconds}\n`);
  }

  readonly #file = (instance: string): string => join(this.folder, `${instance}.clock`);
}
