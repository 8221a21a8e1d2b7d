import { parseArgs } from 'node:util';
import { nyborgThread, type StoryOptions, type StoryResult } from '../nyborg-thread/nyborg-thread.js';
import { StoryFailed } from './must.js';
import { openTarget } from './open-target.js';
import type { Target } from './target.js';

const stories: Record<string, { about: string; run: (target: Target, options: StoryOptions) => Promise<StoryResult> }> =
  {
    'nyborg-thread': {
      about: 'A day care refers families to the Familiestue; a year later the figures are right.',
      run: nyborgThread,
    },
  };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    families: { type: 'string', default: '20' },
    seed: { type: 'string', default: '7' },
    target: { type: 'string' },
    credentials: { type: 'string' },
    json: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

const whole = (text: string, name: string, most: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`--${name} is a whole number from 1 to ${most}`);
};

async function main(): Promise<void> {
  if (values.list) {
    for (const [name, { about }] of Object.entries(stories)) console.log(`${name}  ${about}`);
    return;
  }
  const story = stories[positionals[0] ?? ''];
  if (!story) throw new Error(`Name a story: ${Object.keys(stories).join(', ')}`);
  const say = (line: string) => (values.json ? console.error(line) : console.log(line));
  const families = whole(values.families, 'families', 1_000);
  const seed = whole(values.seed, 'seed', 2 ** 31);
  const opened = await openTarget({ target: values.target, credentials: values.credentials, say });
  try {
    const result = await story.run(opened.target, { families, seed, say });
    if (values.json) console.log(JSON.stringify(result, null, 2));
    else {
      console.table(result.figures);
      console.log(`${result.seconds} s; answers by status: ${JSON.stringify(result.answers)}`);
    }
  } finally {
    await opened.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StoryFailed ? `Not as it must be: ${error.message}` : error);
  process.exitCode = 1;
});
