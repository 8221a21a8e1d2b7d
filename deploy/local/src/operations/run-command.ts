import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

const help = { help: { type: 'boolean', short: 'h' } } as const;

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options & typeof help; allowPositionals: true }>
>;

/** What was typed is no use of the command: it is told with how the command is used. */
export class Misused extends Error {}

/**
 * Runs one of the commands behind `npm run`. `--help` prints the usage and does nothing else; whatever goes wrong is one
 * line on the error output and exit code 1, never a stack trace.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  usage: string,
  options: Options,
  run: (said: Parsed<Options>) => Promise<void> | void,
): Promise<void> {
  endWithReader();
  try {
    const said = understood(options);
    if ((said.values as { help?: boolean }).help) console.log(usage);
    else await run(said);
  } catch (error) {
    const { message = String(error), cause } = error as Error;
    console.error(cause instanceof Error ? `${message}: ${cause.message}` : message);
    if (error instanceof Misused) console.error(`\n${usage}`);
    process.exitCode = 1;
  }
}

function understood<const Options extends ParseArgsOptionsConfig>(options: Options): Parsed<Options> {
  try {
    return parseArgs({ options: { ...options, ...help }, allowPositionals: true });
  } catch (error) {
    throw new Misused((error as Error).message);
  }
}

/** `… | head` has read enough: that is the end of the command, not a fault of it. */
export function endWithReader(end: () => void = () => process.exit()): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    end();
  });
}
