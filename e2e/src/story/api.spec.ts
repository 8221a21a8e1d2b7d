import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from './api.js';

describe('a client of the stories', () => {
  let server: Server;
  let base: string;
  const answers: ((socket: import('node:http').ServerResponse) => void)[] = [];
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
});
