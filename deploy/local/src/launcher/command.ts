import { rmSync } from 'node:fs';
import { endWithReader } from '../operations/run-command.js';
import { dataFolder } from './data-folder.js';
import { platformStatus, type PartStatus, type Status } from './status.js';
import { stopPlatform } from './stop.js';
import { say } from './words.js';

/** `npm stop`, `npm run status`, `npm run reset`: deploy/local/bin calls it with the verb first. */
const [verb, ...args] = process.argv.slice(2);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function status(): Promise<void> {
  const now = await platformStatus();
  print(args.includes('--json') ? JSON.stringify(now, null, 2) : readable(now));
  process.exitCode = now.running && now.phase === 'ready' && now.parts.every(({ healthy }) => healthy) ? 0 : 1;
}

function readable({ running, phase, url, parts }: Status): string {
  if (!running)
    return say('Platformen kører ikke. npm start starter den.', 'The platform is not running. npm start starts it.');
  const healthy = (well: boolean): string => (well ? say('svarer', 'answers') : say('SVARER IKKE', 'DOES NOT ANSWER'));
  const lines = parts.map(
    (part) =>
      `  ${part.name.padEnd(12)} ${String(part.port).padEnd(6)} pid ${String(part.pid).padEnd(8)} ${healthy(part.healthy)}${waiting(part)}`,
  );
  return [`${url}  ${phase}`, ...lines].join('\n');
}

function waiting({ events }: PartStatus): string {
  if (!events) return '';
  const { deadLetters, notApplied, oldestSeconds } = events;
  const said = (count: number | null): string => (count === null ? '?' : String(count));
  const since = oldestSeconds
    ? say(`, den ældste ${oldestSeconds.toFixed(0)} s`, `, the oldest ${oldestSeconds.toFixed(0)} s`)
    : '';
  return say(
    `   ${said(deadLetters)} parkerede, ${said(notApplied)} venter${since}`,
    `   ${said(deadLetters)} dead letters, ${said(notApplied)} waiting${since}`,
  );
}

async function stop(): Promise<void> {
  const was = await stopPlatform();
  print(
    was
      ? say('Platformen er stoppet.', 'The platform has stopped.')
      : say('Platformen kørte ikke.', 'The platform was not running.'),
  );
}

async function reset(): Promise<void> {
  await stop();
  rmSync(dataFolder(), { recursive: true, force: true, maxRetries: 3 });
  print(
    say('Alle data er slettet; næste start begynder forfra.', 'All data is deleted; the next start begins afresh.'),
  );
}

endWithReader();
const verbs: Record<string, () => Promise<void>> = { status, stop, reset };
await verbs[verb ?? '']?.();
