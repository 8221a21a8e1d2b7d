import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, mustRefuse } from './api.js';

describe('a client of the stories', () => {
  let server: Server;
  let base: string;
  const answers: ((response: ServerResponse) => void)[] = [];
  beforeAll(async () => {
    server = createServer((_, response) => answers.shift()?.(response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('takes an answer whose body breaks off for none, and asks again', async () => {
    answers.push(
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"half":');
        setTimeout(() => response.destroy(), 20);
      },
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"whole":true}'),
    );
    const api = new Api(base);
    const { body, repeated } = await api.get('/');
    expect({ body, repeated, unsure: api.asked.map(({ unsure }) => unsure) }).toEqual({
      body: { whole: true },
      repeated: true,
      unsure: [1],
    });
  });

  it('notes each try of a typed request: where, with what and whose, and what it was answered', async () => {
    const json = (status: number, body: string) => (response: ServerResponse) =>
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    answers.push(
      json(503, '{"type":"/problems/unavailable"}'),
      (response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"half":');
        setTimeout(() => response.destroy(), 20);
      },
      json(201, '{"id":"a-webhook"}'),
    );
    const api = new Api(base);
    const client = api.client(() => Promise.resolve('a-token'));
    const body = { url: 'https://dagtilbud.example/' };
    const made = await client.post('/referral/v1/webhooks', { body });
    expect(made).toMatchObject({ status: 201, body: { id: 'a-webhook' }, repeated: true });
    const tried = { method: 'POST', path: '/referral/v1/webhooks', sent: body, token: 'a-token' };
    expect(api.asked).toEqual([
      { ...tried, status: 503, unsure: 1, body: { type: '/problems/unavailable' } },
      { ...tried, status: 0, unsure: 1, body: undefined },
      { ...tried, status: 201, unsure: 0, body: { id: 'a-webhook' } },
    ]);
    expect([...api.answers]).toEqual([
      [503, 1],
      [201, 1],
    ]);
  });

  it('takes a refusal that must come, and that one alone', async () => {
    const refuse = (response: ServerResponse) => response.writeHead(404).end();
    answers.push(refuse, refuse);
    const client = new Api(base).client(() => Promise.resolve('a-token'));
    const ask = () => client.get('/referral/v1/changes');
    await mustRefuse(ask(), 404);
    await expect(mustRefuse(ask(), 403)).rejects.toThrow('a request must answer 403');
  });
});
