import { missingExamples } from './missing-examples.ts';
import type { Documented } from './missing-examples.ts';

const [example, schema] = [{ name: 'Gyda' }, { type: 'object' }];
const json = (media: object) => ({ content: { 'application/json': media } });
const found = (post: object, schemas: object = {}) =>
  missingExamples({ paths: { '/boats': { post } }, components: { schemas } } as Documented).map(
    ({ where, message }) => `${where}: ${message}`,
  );

it('an example beside the schema, in it, or where it refers to is one', () => {
  const responses = { '201': json({ schema, example }), '204': {}, '409': {}, '4XX': json({ schema }) };
  const requestBody = json({ schema: { $ref: '#/components/schemas/BuyBoat' } });
  expect(found({ requestBody, responses }, { BuyBoat: { ...schema, examples: [example] } })).toEqual([]);
  expect(found({ responses: { '200': json({ schema: { ...schema, example } }) } })).toEqual([]);
  expect(found({ responses: { '200': { content: { 'text/calendar': { schema } } } } })).toEqual([]);
});

it.each<[string, object, string]>([
  ['a body', { requestBody: json({ schema: { $ref: '#/components/schemas/BuyBoat' } }) }, 'its body has no example.'],
  ['an answer', { responses: { '201': json({ schema }) } }, 'its 201 has no example.'],
  [
    'an answer of which nothing is said',
    { responses: { '200': { description: 'A file.' } } },
    'its 200 describes no content.',
  ],
])('%s without one is found', (_, post, message) => {
  expect(found(post, { BuyBoat: schema })).toEqual([`POST /boats: ${message}`]);
});
