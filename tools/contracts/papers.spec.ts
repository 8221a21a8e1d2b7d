import { unlisted, type Printing } from './papers.ts';

const acts = { plan: 'plan.print' };
const route = 'GET /family-plan/v1/plans/{id}.pdf';
const table = (act: string) => `| ${route} | ${act} | person: case | family | plan: group |\n`;
const api = (operation: object): Printing => ({ paths: { '/family-plan/v1/plans/{id}.pdf': { get: operation } } });
const pdf = { responses: { 200: { content: { 'application/pdf': {} } } } };
const said = (operation: object, act = 'plan.print') =>
  unlisted([api(operation)], table(act), acts).map(({ where, message }) => `${where} ${message}`);

describe('papers', () => {
  it('are routes under the act that their kind has', () => {
    expect(said({ ...pdf, 'x-paper': 'plan' })).toEqual([]);
  });

  it('under another act are found, and so is a kind that the contracts do not have', () => {
    expect(said({ ...pdf, 'x-paper': 'plan' }, 'plan.list')).toEqual([
      expect.stringContaining('under the act plan.list'),
    ]);
    expect(said({ ...pdf, 'x-paper': 'poster' })).toEqual([
      expect.stringContaining('whose act is none'),
      expect.stringContaining('no route answers with a plan'),
    ]);
  });

  it.each(['application/pdf', 'text/html'])('%s that is declared as something else is found', (type) => {
    expect(said({ responses: { 200: { content: { [type]: {} } } } })[0]).toContain('is not declared by @ReturnsPaper');
    expect(said({ ...pdf, 'x-paper': 'plan', responses: {} })).toEqual([]);
  });
});
