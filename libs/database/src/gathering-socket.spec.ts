import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { jest } from '@jest/globals';
import { gatheringSocket } from './gathering-socket.js';

/** Counts what is handed to the system, and gives back what came across. */
async function across(write: (socket: Socket) => void): Promise<{ text: string; writes: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const received = once(server, 'connection').then(async ([far]) => {
    let text = '';
    for await (const chunk of far as AsyncIterable<Buffer>) text += chunk.toString();
    return text;
  });
  const socket = gatheringSocket();
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const one = jest.spyOn(socket, '_write');
  const several = jest.spyOn(socket as Required<Socket>, '_writev');
  write(socket);
  const text = await received;
  server.close();
  return { text, writes: one.mock.calls.length + several.mock.calls.length };
}

it('what is written in one turn goes out at once, whoever holds it back meanwhile', async () => {
  const sent = await across((socket) => {
    socket.write('BEGIN;');
    socket.cork();
    socket.write('SELECT ');
    socket.write('1;');
    socket.uncork();
    socket.write('COMMIT');
    setImmediate(() => socket.end());
  });
  expect(sent).toEqual({ text: 'BEGIN;SELECT 1;COMMIT', writes: 1 });
});

it('what is written when it ends is still sent', async () => {
  const sent = await across((socket) => {
    socket.write('BEGIN');
    socket.end('END');
  });
  expect(sent.text).toBe('BEGINEND');
});

it('what is written in a later turn does not wait for more', async () => {
  const sent = await across((socket) => {
    socket.write('one');
    setImmediate(() => socket.end('two'));
  });
  expect(sent).toEqual({ text: 'onetwo', writes: 2 });
});
