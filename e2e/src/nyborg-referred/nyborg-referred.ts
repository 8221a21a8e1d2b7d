import type { Asked } from '../story/asked.js';
import type { Target } from '../story/target.js';
import { yearsFigures } from './figures.js';
import { planYear, type Plan } from './plan.js';
import { refusals } from './refusals.js';
import { readerGetsNothingYet, readerGetsRanges } from './released.js';
import type { OwnView } from './who-has-looked.js';
import { listenForDayCare, makeWorld, moveTo, publishFamiliestue, type World } from './world.js';
import type { Figures } from './year-of-figures.js';
import { Year } from './year.js';

export interface StoryOptions {
  readonly families: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface StoryResult {
  readonly municipality: string;
  readonly families: number;
  readonly seed: number;
  readonly figures: Figures;
  readonly answers: Record<string, number>;
  readonly seconds: number;
}

/** What is not printed of a story, for those who look at it from behind. */
export interface StoryTrail {
  readonly asked: readonly Asked[];
  /** What a parent of a family that took part was told of who has looked. */
  readonly ownView: OwnView;
}

/** A day care refers families to the Familiestue through a year: matched, assessed, placed, enrolled, on a course, counted. */
export async function nyborgReferred(
  target: Target,
  { families, seed, say }: StoryOptions,
): Promise<StoryResult & StoryTrail> {
  const started = performance.now();
  const plan = planYear(families, seed);
  const made = await makeWorld(target, plan.groups);
  await made.municipality.setTime(plan.begin);
  await publishFamiliestue(made);
  say(`municipality ${made.municipality.made.code}: Familiestue published`);
  say(`${await refusals(made, plan.begin, seed)} referrals refused, each with its problem; nothing stored`);
  const dayCare = await listenForDayCare(made, target, plan.begin);
  if (!dayCare) say('the platform may not send to this machine: the day care has no webhook');
  const world: World = { ...made, ...(dayCare && { dayCare }) };
  try {
    const year = new Year(world, seed, plan.fates, say);
    const lived = await live(year, plan);
    return { ...resultOf(world), families, seed, ...lived, seconds: secondsSince(started) };
  } finally {
    await dayCare?.close();
  }
}

/** The year from its first day to when it is released what became of its families. */
async function live(year: Year, plan: Plan): Promise<{ readonly ownView: OwnView; readonly figures: Figures }> {
  const { world, oracle, say } = year;
  for (const next of plan.steps) {
    await year.holdUntil(next.at);
    await moveTo(world, next.at);
    await year.take(next);
  }
  await year.holdUntil(plan.end);
  await moveTo(world, plan.end);
  const ownView = await year.lookBack();
  const figures = await yearsFigures(world, oracle, plan.counted);
  say('the programme’s lead reads the same figures as JSON, as CSV and on the page with charts');
  await readerGetsNothingYet(world);
  await readerGetsRanges(world, oracle, plan.settled);
  say('a reader of reports gets no exact figure: a year later ranges of what became of the families');
  return { ownView, figures };
}

const secondsSince = (started: number): number => Math.round((performance.now() - started) / 100) / 10;

function resultOf({ api, municipality }: World) {
  const answers = Object.fromEntries([...api.answers].sort(([a], [b]) => a - b));
  return { municipality: municipality.made.code, answers, asked: api.asked };
}
