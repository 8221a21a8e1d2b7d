import { missingSummaries } from './missing-summaries.ts';

const found = (post: object) =>
  missingSummaries({ paths: { '/boats': { post } } }).map(({ where, message }) => `${where} ${message}`);
const responses = { '201': { description: 'The boat.' } };

it('a route that says what it does, in both languages, is found in order', () =>
  expect(found({ summary: 'Buy a boat', description: 'Køb en båd', responses })).toEqual([]));

it.each([
  ['no summary', { description: 'Køb en båd' }, 'does not say what it does'],
  ['no Danish', { summary: 'Buy a boat' }, 'does not say what it does'],
  ['its answer for a summary', { summary: 'The boat.', description: 'Båden' }, 'says what it answers'],
])('one with %s is named', (_, said, message) =>
  expect(found({ ...said, responses })).toEqual([expect.stringContaining(`POST /boats ${message}`)]),
);
