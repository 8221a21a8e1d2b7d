import type { Cell } from './cells.js';
import { pageTells } from './oracle/page-body.js';
import type { World } from './oracle/world.js';
import { units } from './world/cast.js';
import type { Got } from './world/http.js';

const nameOf = (code: string): string => units.find((unit) => unit.code === code)?.name ?? code;
/** A name that stands by itself: `Familiestuen` is in `Familiestuen syd` too. */
const stands = (text: string, name: string): boolean =>
  units
    .map((unit) => unit.name)
    .filter((other) => other !== name && other.includes(name))
    .reduce((rest, longer) => rest.replaceAll(longer, ''), text)
    .includes(name);

/** What a page says, or keeps to itself, otherwise than the oracle, in words; undefined: nothing. */
export function pageDiffers(world: World, { row, probe, actor, expected }: Cell, { text }: Got): string | undefined {
  const asker = actor.asker.kind === 'operator' ? { municipality: world.municipality, ...actor.asker } : actor.asker;
  const {
    has,
    hasNot,
    units: named,
  } = pageTells(world, { row, asker, target: probe.target, path: probe.path, expected });
  const lacks = has.filter((id) => !text.includes(id));
  const tells = hasNot.filter((id) => text.includes(id));
  const silent = named?.has.filter((code) => !stands(text, nameOf(code))) ?? [];
  const told = named?.hasNot.filter((code) => stands(text, nameOf(code))) ?? [];
  if (lacks.length + silent.length > 0) return `says nothing of ${[...lacks, ...silent].join()}`;
  return tells.length + told.length > 0 ? `tells of ${[...tells, ...told].join()}` : undefined;
}
