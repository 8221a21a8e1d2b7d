import type { Step } from './step.ts';

/** CI, all of it. Faults, races and fuzz run longer under HELHED_FULL, which `npm run ci:full` sets. */
export const steps = (full: boolean): readonly Step[] => [
  { name: 'install check', script: ['install:check'], minutes: 2 },
  { name: 'format', script: ['format'], minutes: 1 },
  { name: 'types', script: ['types'], minutes: 3 },
  { name: 'lint', script: ['lint'], needs: ['types'], minutes: 3 },
  { name: 'boundaries', script: ['boundaries'], minutes: 2 },
  { name: 'no CPR numbers', script: ['cpr'], minutes: 1 },
  { name: 'links', script: ['links'], minutes: 1 },
  { name: 'sizes', script: ['sizes'], minutes: 1 },
  { name: 'planted violations', script: ['test:tools'], counts: 'jest', needs: ['types'], minutes: 3 },
  { name: 'contracts', script: ['contracts'], needs: ['types'], minutes: 2 },
  { name: 'tests', script: ['test'], counts: 'jest', needs: ['types'], minutes: full ? 240 : 60 },
  {
    name: 'story',
    script: ['story', 'nyborg-referred', '--families', '20', '--seed', '7'],
    needs: ['types'],
    minutes: 10,
  },
  { name: 'fuzz', script: ['fuzz'], counts: 'sum', needs: ['types'], minutes: full ? 120 : 12 },
  ...(full ? [{ name: 'mutation', script: ['mutation'], needs: ['types'], minutes: 120 }] : []),
  { name: 'dependency audit', script: ['audit'], minutes: 2 },
];
