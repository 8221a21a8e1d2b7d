import { contexts } from '@helhed/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

const generated = 'docs/routes.md';

/** What `GET …/persons/{id}/readers` of a service is made from. */
export interface ToldLook {
  readonly act: { readonly relations: readonly string[]; readonly sections: readonly string[] };
}

/** By these a person's data is reached by itself, or a thing that is about nobody; of the rest somebody is told. */
const toldOfNobody = ['own', 'custody', 'planner'];
/** Who may see where evidence is differs from giver to giver, whatever relation reaches the basis. */
const byGiver = 'basis.evidence';

/** A route that shows a section by a relation of which citizens are not told would be left out of who can see it (A-OPS-04). */
export async function readersOfLooks(root: string): Promise<Violation[]> {
  const routes = readFileSync(join(root, generated), 'utf8');
  const found: Violation[] = [];
  for (const service of contexts) {
    const module = (await import(join(root, `services/${service}/dist/src/service.js`))) as Record<
      string,
      { readonly readers?: { readonly looks: readonly ToldLook[] } }
    >;
    const looks = Object.values(module).flatMap(({ readers }) => readers?.looks ?? []);
    found.push(...untold(service, looks, routes));
  }
  return found;
}

export function untold(service: string, looks: readonly ToldLook[], routes: string): Violation[] {
  const told = (section: string, relation: string): boolean =>
    looks.some(
      ({ act }) => act.sections.includes(section) && (section === byGiver || act.relations.includes(relation)),
    );
  return [...routes.matchAll(/^\| ([A-Z]+ \/([a-z-]+)\/\S+) \|.*\| ([^|:]+): ([^|:]+) \|$/gm)].flatMap(
    ([, route = '', of, sections = '', relations = '']) =>
      of !== service
        ? []
        : pairs(sections, relations)
            .filter(([section, relation]) => !toldOfNobody.includes(relation) && !told(section, relation))
            .map(([section, relation]) => ({
              where: route,
              message: `shows ${section} by ${relation}, of which /${service}/v1/persons/{id}/readers tells nobody.`,
            })),
  );
}

const listed = (text: string): string[] => text.split(',').map((each) => each.trim());
const pairs = (sections: string, relations: string): [string, string][] =>
  listed(sections)
    .filter((section) => section !== 'frame')
    .flatMap((section) => listed(relations).map((relation): [string, string] => [section, relation]));
