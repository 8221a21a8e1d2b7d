import { parseArgs } from 'node:util';

export interface StartOptions {
  detach: boolean;
  portBase?: number;
}

const highestBase = 65_000;

/**
 * Reads what was said after `npm start --`, and HELHED_PORT_BASE.
 * @throws Error that says what is wrong with it
 */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv = process.env): StartOptions {
  const { values } = parsed(args);
  const text = values['port-base'] ?? env['HELHED_PORT_BASE'];
  if (text === undefined || text === '') return { detach: values.detach };
  const portBase = Number(text);
  if (!Number.isInteger(portBase) || portBase < 1024 || portBase > highestBase) {
    throw new Error(`The port base is a whole number from 1024 to ${highestBase}, not "${text}".`);
  }
  return { detach: values.detach, portBase };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { detach: { type: 'boolean', default: false }, 'port-base': { type: 'string' } },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}. "npm start -- --help" lists the options.`, { cause: error });
  }
}
