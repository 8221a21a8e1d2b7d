import { must } from '../story/must.js';
import { Visitor } from '../story/visitor.js';
import { chartsOf } from './charts.js';
import type { World } from './world.js';
import { figuresAddress, figuresQuery, type Figures, type Report } from './year-of-figures.js';

/** Where the page leads to its figures as a file. */
const toTable = /href="([^"]*format=csv)" download/;

/** What the programme's lead reads of the year on the page with charts, by the figures' codes. @param report what figures are called */
export async function figuresOnPage(world: World, { figures }: Report): Promise<{ found: Figures; csv: string }> {
  const lead = new Visitor(world, 'lone');
  const page = await lead.open(`/consent/figures?${figuresQuery}`, [`GET ${figuresAddress}`]);
  must(page.includes('Familiestue, 1. januar 2027 – 31. december 2027'), 'the page says what it shows');
  must(page.includes('Vist for programleder i Familiestuen.'), 'and to whom, by the unit’s name');
  const codeOf = (id: string, name: string): string => {
    const ofParts = figures.find(({ code }) => id === `parts-${code}`);
    if (!ofParts) return figures.find((each) => each.name.da === name)?.code ?? name;
    return `${ofParts.code}: ${ofParts.parts.find((part) => part.name?.da === name)?.code ?? name}`;
  };
  const found = Object.fromEntries(
    chartsOf(page).flatMap(({ id, rows }) =>
      rows.map(([name, said]) => [codeOf(id, name), said === 'ingen' ? null : Number(said)]),
    ),
  );
  const [, address = ''] = toTable.exec(page) ?? [];
  return { found, csv: await lead.open(address.replaceAll('&amp;', '&'), [`GET ${figuresAddress}`]) };
}
