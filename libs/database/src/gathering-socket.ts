import { Socket } from 'node:net';

/**
 * A socket that sends what is written to it in one turn of the event loop together. The driver writes each statement by
 * itself, also those that travel together; a write is a system call, and wakes the server each time.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  // not before: connecting puts Node's own `write` in place
  socket.once('connect', () => {
    const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
    let gathering = false;
    socket.write = (...args: unknown[]) => {
      if (!gathering) {
        gathering = true;
        socket.cork();
        process.nextTick(() => {
          gathering = false;
          socket.uncork();
        });
      }
      return write(...args);
    };
  });
  return socket;
}
