import { existsSync } from 'node:fs';
import { localCredentials } from '@helhed/local';
import { startPlatform, stopTestServers, testServers, type TestPlatform } from '@helhed/testing';
import { targetFrom, type Target } from './target.js';

interface Wish {
  readonly target: string | undefined;
  readonly credentials: string | undefined;
  readonly say: (line: string) => void;
}

/** The platform asked for; else the one that `npm start` runs; else one of the story's own, for as long as it lasts. */
export async function openTarget({
  target,
  credentials,
  say,
}: Wish): Promise<{ target: Target; close: () => Promise<void> }> {
  const close = () => Promise.resolve();
  if (target || credentials) return { target: targetFrom(credentials, target), close };
  if (existsSync(localCredentials)) {
    const started = targetFrom();
    const up = await fetch(`${started.base}/referral/health/live`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return { target: started, close };
  }
  say('no platform runs here: starting one for this story');
  const platform = await startPlatform({ env: sendsToLoopback });
  const stop = async () => {
    await platform.stop();
    await stopTestServers();
  };
  return { target: await platformTarget(platform), close: stop };
}

/** The environment of a platform that may send to a system on this machine. */
export const sendsToLoopback = { WEBHOOK_NETWORKS: '127.0.0.0/8' } as const;

/** A test's own platform as a story's target, started with `sendsToLoopback`. */
export async function platformTarget(platform: TestPlatform): Promise<Target> {
  const { url, admin } = await testServers().keycloak();
  return {
    base: platform.url,
    keycloak: { url, ...admin },
    operator: platform.operator.token,
    serviceSecrets: platform.installation.clientSecrets,
    sendsHere: true,
  };
}
