import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../servers/cache.js';
import { assertSha256, runTool } from '../servers/run-tool.js';
import { unzip } from '../servers/unzip.js';

export const keycloakVersion = '26.7.3';
const sha256 = '27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f';
const zipName = `keycloak-quarkus-dist-${keycloakVersion}.zip`;
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';

// What Keycloak bakes into its program.
const buildOptions = ['--cache=local', '--db=dev-file', '--http-relative-path=/auth', '--health-enabled=true'];
// A change of the options needs a cache entry of another name.
export const keycloakEntry = `keycloak-${keycloakVersion}-local-1`;

/** Folder of a Keycloak that is unpacked and built, kept in the cache. */
export async function keycloakDist(progress: (step: string) => void = () => undefined): Promise<string> {
  return cached(keycloakEntry, async (folder) => {
    progress('downloading Keycloak with Maven');
    const artifact = `-Dartifact=org.keycloak:keycloak-quarkus-dist:${keycloakVersion}:zip`;
    await runTool('mvn', ['-B', '-q', copyGoal, artifact, `-DoutputDirectory=${folder}`], { cwd: folder });
    const zip = join(folder, zipName);
    assertSha256(zip, sha256);
    unzip(zip, folder);
    rmSync(zip);
    const unpacked = join(folder, `keycloak-${keycloakVersion}`);
    for (const part of readdirSync(unpacked)) renameSync(join(unpacked, part), join(folder, part));
    rmSync(unpacked, { recursive: true });
    progress('building Keycloak');
    await runTool(join(folder, 'bin/kc.sh'), ['build', ...buildOptions]);
  });
}
