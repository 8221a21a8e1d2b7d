import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isId } from '@helhed/kernel';
import { Pool } from 'pg';
import { Refused } from '../rules/refused.js';
import { announce, personalData, poolSize, readSettings } from '../rules/settings.js';
import { bearerToken } from '../rules/tokens.js';
import type { Answer, App, Request } from './app.js';
import { cachedTokens } from './cached-tokens.js';
import { Catalogue } from './catalogue.js';
import { readReferral } from './read-referral.js';
import { receiveReferral } from './receive-referral.js';
import { startTriage } from './start-triage.js';

const settings = readSettings();
const pool = new Pool({ connectionString: settings.databaseUrl, max: poolSize, pipeline: true });
const app: App = { pool, keys: personalData(settings), catalogue: new Catalogue() };
const verified = cachedTokens(settings);

function bodyOf(request: IncomingMessage): Promise<unknown> {
  return new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', reject);
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  }).then(parsed);
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'body-invalid');
  }
}

async function answer(request: IncomingMessage): Promise<Answer> {
  const { method, url = '', headers } = request;
  const actor = await verified(bearerToken(headers.authorization));
  const asked: Request = { actor, headers, body: await bodyOf(request) };
  if (method === 'POST' && url === '/referral/v1/referrals') return receiveReferral(app, asked);
  const [, read = ''] = /^\/referral\/v1\/referrals\/([^/:]+)$/.exec(url) ?? [];
  if (method === 'GET' && isId(read)) return readReferral(app, asked, read);
  const [, id = ''] = /^\/referral\/v1\/referrals\/([^/:]+):start-triage$/.exec(url) ?? [];
  if (method === 'POST' && isId(id)) return startTriage(app, asked, id);
  throw new Refused(404, 'not-found');
}

function refusal(error: unknown): Answer {
  if (!(error instanceof Refused)) console.error(error);
  const { status = 500, slug = 'internal', fields = [] } = error instanceof Refused ? error : {};
  return { status, headers: {}, body: { type: `/problems/${slug}`, status, errors: fields } };
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = JSON.stringify(body);
  const always = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  response.writeHead(status, { ...always, ...headers }).end(text);
}

const server = createServer((request, response) => {
  answer(request).then(
    (given) => send(response, given),
    (error: unknown) => send(response, refusal(error)),
  );
});
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
