import { setImmediate as turn } from 'node:timers/promises';
import { Names, NoTurn } from './names.js';

/** A name server that answers when it is told to. */
function server() {
  const asked = new Map<string, (addresses: string[]) => void>();
  const order: string[] = [];
  const names = new Names((name) => {
    order.push(name);
    return new Promise((resolve) => asked.set(name, resolve));
  });
  return { names, order, answer: (name: string) => asked.get(name)?.([`of ${name}`]) };
}
const unhurried = new AbortController().signal;

describe('the addresses of names', () => {
  it('are asked for two names at once, the next when one is answered', async () => {
    const { names, order, answer } = server();
    const all = ['a', 'b', 'c', 'd'].map((name) => names.resolve(name, unhurried));
    await turn();
    expect(order).toEqual(['a', 'b']);
    answer('b');
    await turn();
    expect(order).toEqual(['a', 'b', 'c']);
    answer('a');
    await turn();
    answer('c');
    answer('d');
    expect(await Promise.all(all)).toEqual([['of a'], ['of b'], ['of c'], ['of d']]);
  });

  it('are asked for once by all who want them meanwhile, and anew afterwards', async () => {
    const { names, order, answer } = server();
    const all = [names.resolve('a', unhurried), names.resolve('a', unhurried)];
    answer('a');
    expect(await Promise.all(all)).toEqual([['of a'], ['of a']]);
    void names.resolve('a', unhurried);
    expect(order).toEqual(['a', 'a']);
  });

  it('are waited for no longer than there is time, and a name that hangs keeps its turn', async () => {
    const { names, order, answer } = server();
    const [impatient, later] = [new AbortController(), new AbortController()];
    const hung = ['a', 'b'].map((name) => names.resolve(name, impatient.signal));
    impatient.abort();
    for (const each of hung) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
    const third = names.resolve('c', later.signal);
    later.abort();
    await expect(third).rejects.toBeInstanceOf(NoTurn);
    expect(order).toEqual(['a', 'b']);
    answer('a');
    await turn();
    void names.resolve('c', unhurried);
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('may not be found, which keeps nobody else', async () => {
    const names = new Names((name) => (name === 'c' ? Promise.resolve(['::1']) : Promise.reject(new Error(name))));
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => names.resolve(name, unhurried)));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});
