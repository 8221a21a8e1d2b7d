import { eventually } from '../story/api.js';
import { must } from '../story/must.js';
import { Visitor, type Visited } from '../story/visitor.js';
import type { Session } from './course.js';
import type { World } from './world.js';

/** Who of a family is to come, and who of them is ill. */
export interface Sheet {
  readonly family: string;
  readonly persons: readonly string[];
  readonly ill: readonly string[];
}

const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;

/** Whoever runs a session notes who came to it on the page, all families in one form; the page marks the session as held. */
export async function noteOnPage(
  world: World,
  leader: string,
  { group, session }: { group: string; session: Session },
  sheets: readonly Sheet[],
): Promise<void> {
  const visitor = new Visitor(world, leader);
  const path = `/consent/attendance/${session.id}`;
  const reads = [
    'GET /scheduling/v1/sessions',
    `GET /scheduling/v1/groups/${group}`,
    ...sheets.flatMap(({ family }) => [
      `GET /family-plan/v1/families/${family}`,
      `GET /scheduling/v1/families/${family}/attendance`,
    ]),
  ];
  const hasAll = ({ page }: Visited) =>
    sheets.every(({ family, persons }) => persons.every((person) => page.includes(`name="mark.${family}.${person}"`)));
  const isSaved = ({ status, location }: Visited) => status === 303 && location.includes('saved');
  let tries = 0;
  const save = async (): Promise<Visited> => {
    const form = filledIn(await visitor.open(path, reads, hasAll), sheets);
    // of a form that is sent again nobody knows which of its commands the first one was
    const noted = tries++ === 0 ? sheets.map(() => 'POST /scheduling/v1/attendance') : [];
    return visitor.visit({ path, asks: [...reads, ...noted], form }, isSaved);
  };
  const { location } = await eventually('attendance saved on the page', save, isSaved);
  const saved = await visitor.open(location, reads, hasAll);
  const away = sheets.flatMap(({ ill }) => ill).length;
  must(saved.includes('Fremmødet er gemt.') && saved.includes('<p>Holdt</p>'), 'the page says it is saved and held');
  must(away === 0 || saved.includes(`Noteret væk: ${away}</p>`), `and that ${away} stayed away`);
}

function filledIn(page: string, sheets: readonly Sheet[]): URLSearchParams {
  const form = new URLSearchParams(
    [...page.matchAll(hidden)].map(([, name = '', value = '']): [string, string] => [name, value]),
  );
  for (const { family, persons, ill } of sheets)
    for (const person of persons) {
      const isIll = ill.includes(person);
      form.set(`mark.${family}.${person}`, isIll ? 'away' : 'came');
      if (isIll) form.set(`reason.${family}.${person}`, 'illness');
    }
  return form;
}
