import { once } from 'node:events';
import { request } from 'node:http';
import { brokerVariable } from '../servers/test-servers.js';

// Jest reads it before a spec's file, and waits for it outside of the spec's own time.
const wholePlatform = /\/(?:e2e\/dist\/.*|launcher\/start)\.e2e\.spec\.js$/;

/**
 * Specs that start every service, mostly twice, take turns: two at once on two cores measure nothing but each other. The
 * others go on beside them.
 */
if (wholePlatform.test(expect.getState().testPath ?? '')) {
  const asking = request(`${process.env[brokerVariable]}/turn`).end();
  const [answer] = (await once(asking, 'response')) as [NodeJS.ReadableStream];
  await once(answer, 'data');
  asking.on('error', () => undefined);
  afterAll(() => void asking.destroy());
}
