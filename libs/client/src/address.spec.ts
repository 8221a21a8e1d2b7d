import { addressOf } from './address.js';

const route = '/referral/v1/referrals/{id}:accept';

it('parameters are written so that each stays in its place', () => {
  expect(addressOf(route, { id: 'a/b:c' })).toBe('/referral/v1/referrals/a%2Fb%3Ac:accept');
  expect(addressOf('/x', {}, { limit: 2, since: undefined, name: 'Å & B' })).toBe('/x?limit=2&name=%C3%85+%26+B');
});

it.each([{}, { id: '' }, { id: '.' }, { id: '..' }])('%j names no thing, and no other path', (path) =>
  expect(() => addressOf(route, path as Record<string, string>)).toThrow('id is missing'),
);

it.each(['7003901234', '700390-1234'])('a person’s number is not put into an address: %s', (name) =>
  expect(() => addressOf('/x', {}, { name })).toThrow(new TypeError('name looks like a CPR number: send it in a body')),
);

it('digits within an id, and a cursor, are no such number', () => {
  const id = '70039012-3412-7000-8000-a7003901234b';
  expect(addressOf(route, { id })).toContain(id);
  expect(addressOf('/x', {}, { cursor: '7003901234' })).toBe('/x?cursor=7003901234');
});
