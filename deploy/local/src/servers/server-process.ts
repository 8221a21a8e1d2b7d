import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProcess } from './process-identity.js';

export interface RunningServer {
  readonly pid: number;
  /** Resolves with the exit code, or null after a signal; never rejects. */
  readonly exited: Promise<number | null>;
  /** Asks the server to end and kills it when it has not after the grace period. Safe to call twice. */
  stop(): Promise<void>;
  /** Sends one signal to this process only; for fault tests. */
  kill(signal: NodeJS.Signals): void;
}

export interface ServerCommand {
  name: string;
  command: string;
  args: readonly string[];
  /** Folder of the server's data; its log and the note for the next start are kept here. */
  dataDir: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
  stopSignal?: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  stopGrace?: number;
}

export const noteFile = (dataDir: string, name: string): string => join(dataDir, `${name}.process.json`);
export const logFile = (dataDir: string, name: string): string => join(dataDir, `${name}.log`);

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches only the launcher, which then stops
 * its servers in order. A note of what was started lets the next start end what a killed one left behind.
 */
export function startServerProcess(server: ServerCommand): RunningServer {
  mkdirSync(server.dataDir, { recursive: true });
  const log = openSync(logFile(server.dataDir, server.name), 'a', 0o600);
  const child = spawn(server.command, server.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: server.env ?? process.env,
    uid: server.uid,
    gid: server.gid,
  });
  closeSync(log);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(-1));
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${server.name}: ${server.command} could not be started`);
  writeFileSync(noteFile(server.dataDir, server.name), JSON.stringify({ pid, identity: describeProcess(pid) }));
  endWithThisProcess(child, server.stopSignal ?? 'SIGTERM');

  const kill = (signal: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  };
  return {
    pid,
    exited,
    kill,
    async stop() {
      kill(server.stopSignal ?? 'SIGTERM');
      const hardEnd = setTimeout(() => kill('SIGKILL'), server.stopGrace ?? 10_000);
      await exited;
      clearTimeout(hardEnd);
    },
  };
}

const living = new Map<ChildProcess, NodeJS.Signals>();

/** A process that fails or exits without stopping its servers takes them along. */
function endWithThisProcess(child: ChildProcess, signal: NodeJS.Signals): void {
  if (living.size === 0) {
    process.once('exit', () => living.forEach((stopSignal, each) => each.kill(stopSignal)));
  }
  living.set(child, signal);
  child.once('exit', () => living.delete(child));
}

/** The end of a server's log, for an error message that says why it did not start. */
export function logTail(dataDir: string, name: string, lines = 15): string {
  try {
    return readFileSync(logFile(dataDir, name), 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log)';
  }
}
