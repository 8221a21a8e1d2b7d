import { eventually } from '../story/api.js';
import { must } from '../story/must.js';
import { Visitor } from '../story/visitor.js';
import type { World } from './world.js';

const older = /href="(\/consent\/my\/[^"]*\/seen\?cursor=[^"]*)"/;

/** The parent whose account Maja's is reads on the page who has seen the family's goals: by function and unit, and no name. */
export async function seenOnPage(world: World, person: string): Promise<number> {
  const visitor = new Visitor(world, 'maja');
  const path = `/consent/my/${person}/seen`;
  const cards = async (): Promise<string[]> => {
    const found: string[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: string = await visitor.open(next, [`GET ${path}`]);
      found.push(...(page.split('<ul class="page-cards">')[1] ?? '').split('</li>').slice(0, -1));
      next = older.exec(page)?.[1]?.replaceAll('&amp;', '&');
    }
    return found;
  };
  const isPedagogues = (card: string) => /pædagog i Børnehuset Solsikken/.test(card);
  // what was looked at comes to consent in its own time
  const all = await eventually('the pedagogue’s looks on the family’s page', cards, (found) => {
    const own = found.filter(isPedagogues);
    return (
      own.some((card) => card.includes('familiens plan')) && own.some((card) => card.includes('kun at sagen findes'))
    );
  });
  const names = Object.values(world.municipality.subjects).filter((sub) => all.some((card) => card.includes(sub)));
  must(names.length === 0, 'the page names no employee’s account', names);
  return all.filter(isPedagogues).length;
}
