import { inventCode } from './municipality.js';

it('a story takes no code that another story has', async () => {
  const drawn = ['1234', '1234', '4321'];
  const code = await inventCode(
    (each) => Promise.resolve(each === '1234'),
    () => drawn.shift() ?? '',
  );
  expect([code, drawn]).toEqual(['4321', []]);
});
