import { percent, scoreOf } from './score.ts';

const report = (...statuses: string[]) => ({ files: { 'a.ts': { mutants: statuses.map((status) => ({ status })) } } });

describe('the score of an area', () => {
  it('counts what was noticed of what could be, over all of its parts', () => {
    const score = scoreOf([report('Killed', 'Survived'), report('Timeout', 'NoCoverage', 'CompileError', 'Ignored')]);
    expect([score, percent(score)]).toEqual([{ noticed: 2, of: 4 }, 50]);
  });

  it('is nothing where nothing was tried', () => {
    expect([percent(scoreOf([])), percent(scoreOf([report('Ignored')]))]).toEqual([0, 0]);
  });
});
