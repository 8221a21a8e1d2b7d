import type { Asked } from '../story/asked.js';
import type { Target } from '../story/target.js';
import { yearsFigures, type Figures } from './figures.js';
import { planYear } from './plan.js';
import { refusals } from './refusals.js';
import type { OwnView } from './who-has-looked.js';
import { makeWorld, publishFamiliestue } from './world.js';
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
  const world = await makeWorld(target, plan.groups);
  const year = new Year(world, seed, plan.fates, say);
  await world.municipality.setTime(plan.begin);
  await publishFamiliestue(world);
  say(`municipality ${world.municipality.made.code}: Familiestue published`);
  say(`${await refusals(world, plan.begin, seed)} referrals refused, each with its problem; nothing stored`);
  for (const next of plan.steps) {
    await year.holdUntil(next.at);
    await world.municipality.setTime(next.at);
    await year.take(next);
  }
  await year.holdUntil(plan.end);
  await world.municipality.setTime(plan.end);
  const ownView = await year.lookBack();
  const figures = await yearsFigures(world, year.oracle, plan.counted);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const answers = Object.fromEntries([...world.api.answers].sort(([a], [b]) => a - b));
  const { code: municipality } = world.municipality.made;
  return { municipality, families, seed, figures, answers, seconds, asked: world.api.asked, ownView };
}
