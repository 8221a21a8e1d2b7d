import { readTimes } from './cpu-time.js';

it('a process has its own ticks and those of its ended children, whatever its name', () => {
  const stat = '4711 (a (b) c) S 17 4711 4711 0 -1 4194560 9000 100 0 0 120 30 7 3 20 0 11 0 100 200 300';
  expect(readTimes(stat)).toEqual({ parent: 17, ticks: 160 });
});
