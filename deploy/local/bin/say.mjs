const danish = /^da/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Danish where the environment says so, else English. */
export const say = (da, en) => (danish ? da : en);

export function fail(...lines) {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}
