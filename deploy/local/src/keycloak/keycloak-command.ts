import { join } from 'node:path';

export interface KeycloakPlace {
  dist: string;
  home: string;
  port: number;
  managementPort: number;
  /** Base that tokens name as their issuer, `http://127.0.0.1:8450/auth`. */
  publicUrl: string;
}

// A short-lived server on a small machine: the first compiler tier and the serial collector start faster
// and take half the memory.
const virtualMachine = [
  '-Xms64m',
  '-Xmx512m',
  '-XX:MetaspaceSize=96M',
  '-XX:MaxMetaspaceSize=256m',
  '-XX:+ExitOnOutOfMemoryError',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UseG1GC',
  '-XX:+UseSerialGC',
  '-Xshare:auto',
  '-Dfile.encoding=UTF-8',
  '-Duser.language=en',
  '-Duser.country=US',
  '-Djava.security.egd=file:/dev/urandom',
];

// As bin/kc.sh of 26.7 passes them; run without that script, the process that is signalled is the server.
const opens = ['java.util', 'java.util.concurrent', 'java.security', 'java.lang'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);
const quarkus = [
  '-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory',
  '-Djava.util.logging.manager=org.jboss.logmanager.LogManager',
  '-Dpicocli.disable.closures=true',
];

/** Arguments for `java` that start a built Keycloak whose data folder is that of `home`. */
export function keycloakArguments({ dist, home, port, managementPort, publicUrl }: KeycloakPlace): string[] {
  const start = [
    'start',
    '--optimized',
    // Needed at the start as well as in the build: the default opens a cluster port on the network.
    '--cache=local',
    '--http-enabled=true',
    '--http-host=127.0.0.1',
    `--http-port=${port}`,
    '--http-management-host=127.0.0.1',
    `--http-management-port=${managementPort}`,
    `--hostname=${publicUrl}`,
    '--hostname-backchannel-dynamic=true',
    '--log-level=warn',
  ];
  return [
    ...virtualMachine,
    ...opens,
    '--enable-native-access=ALL-UNNAMED',
    ...quarkus,
    `-Dkc.home.dir=${home}`,
    `-Djboss.server.config.dir=${join(dist, 'conf')}`,
    '-cp',
    join(dist, 'lib/quarkus-run.jar'),
    'io.quarkus.bootstrap.runner.QuarkusEntryPoint',
    ...start,
  ];
}
