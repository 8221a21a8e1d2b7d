import { report } from '../report.ts';
import { sizes, tooLong } from './measure.ts';

const files = sizes(process.cwd());
const at = (share: number): string =>
  (files[Math.ceil(files.length * share) - 1] ?? ['none', 0]).toReversed().join(' in ');
console.log(`${files.length} files; lines: median ${at(0.5)}, p90 ${at(0.9)}, longest ${at(1)}`);
report('sizes', tooLong(files));
