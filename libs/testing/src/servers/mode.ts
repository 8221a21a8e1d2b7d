import { existsSync } from 'node:fs';
import { request } from 'node:http';

export type ServerMode = 'native' | 'containers';

/** Containers where a Docker engine answers, native servers elsewhere; HELHED_TEST_SERVERS names one of them. */
export async function serverMode(): Promise<ServerMode> {
  const wish = process.env['HELHED_TEST_SERVERS'];
  if (wish === 'native' || wish === 'containers') return wish;
  if (wish) throw new Error(`HELHED_TEST_SERVERS is native or containers, not ${wish}`);
  return (await dockerAnswers()) ? 'containers' : 'native';
}

function dockerAnswers(): Promise<boolean> {
  const host = process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock';
  const socketPath = host.startsWith('unix://') ? host.slice('unix://'.length) : undefined;
  if (socketPath !== undefined && !existsSync(socketPath)) return Promise.resolve(false);
  const target =
    socketPath === undefined ? new URL('/_ping', host.replace('tcp://', 'http://')) : { socketPath, path: '/_ping' };
  return new Promise((resolve) => {
    const ask = request(target, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    ask.setTimeout(2_000, () => ask.destroy());
    ask.once('error', () => resolve(false));
    ask.end();
  });
}
