const danish = /^da/i.test(process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '');

/** The reader's language by the environment: Danish where it says so, else English. */
export const say = (da: string, en: string): string => (danish ? da : en);

const began = performance.now();

/** One line of progress, with the seconds since the start. */
export function progress(da: string, en: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${say(da, en)}\n`);
}
