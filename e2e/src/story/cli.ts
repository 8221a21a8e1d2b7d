import { Misused, runCommand } from '@helhed/local';
import {
  nyborgReferred,
  type StoryOptions,
  type StoryResult,
  type StoryTrail,
} from '../nyborg-referred/nyborg-referred.js';
import { StoryFailed } from './must.js';
import { openTarget } from './open-target.js';
import type { Target } from './target.js';

const stories: Record<
  string,
  { about: string; run: (target: Target, options: StoryOptions) => Promise<StoryResult & StoryTrail> }
> = {
  'nyborg-referred': {
    about:
      'A day care refers families to the Familiestue; course, goals, conversations, webhook, what is taken back; a year later the figures are right.',
    run: nyborgReferred,
  },
};

const usage = `npm run story -- NAME      lives a story through the public APIs; exit code 1 at the first thing not as it must be
npm run story -- --list    the stories

  --families N         how many families, 1 to 1000; 20 unless given
  --seed N             what chance makes of them; 7 unless given
  --target URL         the platform's base address; else the one that npm start runs, else one of the story's own
  --credentials FILE   what npm start or npm run secrets wrote for operators; .data/credentials.json unless given
  --json               one JSON document on the standard output, the steps on the other
  --help               these lines`;

const options = {
  families: { type: 'string', default: '20' },
  seed: { type: 'string', default: '7' },
  target: { type: 'string' },
  credentials: { type: 'string' },
  json: { type: 'boolean', default: false },
  list: { type: 'boolean', default: false },
} as const;

const whole = (text: string, name: string, most: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Misused(`--${name} is a whole number from 1 to ${most}`);
};

await runCommand(usage, options, async ({ values, positionals }) => {
  if (values.list) {
    for (const [name, { about }] of Object.entries(stories)) console.log(`${name}  ${about}`);
    return;
  }
  const story = stories[positionals[0] ?? ''];
  if (!story) throw new Misused(`Name a story: ${Object.keys(stories).join(', ')}`);
  const say = (line: string) => (values.json ? console.error(line) : console.log(line));
  const families = whole(values.families, 'families', 1_000);
  const seed = whole(values.seed, 'seed', 2 ** 31);
  const opened = await openTarget({ target: values.target, credentials: values.credentials, say });
  try {
    const { asked: _asked, ownView: _ownView, ...result } = await story.run(opened.target, { families, seed, say });
    if (values.json) console.log(JSON.stringify(result, null, 2));
    else {
      console.table(result.figures);
      console.log(`${result.seconds} s; answers by status: ${JSON.stringify(result.answers)}`);
    }
  } catch (error) {
    // of a fault of the story itself the stack is what helps
    console.error(error instanceof StoryFailed ? `Not as it must be: ${error.message}` : error);
    process.exitCode = 1;
  } finally {
    await opened.close();
  }
});
