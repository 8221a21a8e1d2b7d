import { Upstreams } from './upstreams.js';

describe('the processes behind one path', () => {
  it('are asked in turn', () => {
    const upstreams = new Upstreams(['a', 'b', 'c']);
    expect([1, 2, 3, 4].map(() => upstreams.pick())).toEqual(['a', 'b', 'c', 'a']);
  });

  it('are left out for a second after they failed', () => {
    const upstreams = new Upstreams(['a', 'b']);
    upstreams.failed('a', 0);
    expect([1, 2].map(() => upstreams.pick(500))).toEqual(['b', 'b']);
    expect([1, 2].map(() => upstreams.pick(1_500))).toEqual(['a', 'b']);
  });

  it('are tried all the same when all have failed', () => {
    const upstreams = new Upstreams(['a', 'b']);
    upstreams.failed('a', 0);
    upstreams.failed('b', 0);
    expect(['a', 'b']).toContain(upstreams.pick(500));
  });
});
