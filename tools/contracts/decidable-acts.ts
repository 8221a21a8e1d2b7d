import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

const generated = 'docs/routes.md';
const specification = 'docs/access.md';
const source = 'services/consent/src/decisions/decidable-acts.ts';
const built = 'services/consent/dist/src/decisions/decidable-acts.js';

interface Act {
  readonly act: string;
  readonly mode: string;
  readonly allow: readonly { readonly kind: string; readonly functions?: readonly string[] | string }[];
  readonly relations: readonly string[];
  readonly sections: readonly string[];
}

/** What the routes of one act declare together: the same act may have several. */
interface Declared {
  readonly who: Set<string>;
  readonly relations: Set<string>;
  readonly sections: Set<string>;
}

/** Who may see a basis's evidence is not asked of a decision: it differs from giver to giver. */
const notDecided = 'basis.evidence';

/**
 * Holds what the decision API says of others' acts to what their routes declare: a service imports no other. What a person
 * may do at a referral or a family can be asked about, or A-AZN-06 says by name that it cannot.
 */
export async function decidableActs(root: string): Promise<Violation[]> {
  const { decidableActs: acts } = (await import(join(root, built))) as {
    decidableActs: Record<string, readonly Act[]>;
  };
  const [all, routes] = [Object.values(acts).flat(), readFileSync(join(root, generated), 'utf8')];
  return [...differences(all, routes), ...unasked(all, routes, readFileSync(join(root, specification), 'utf8'))];
}

const decidedRoute =
  /^\| [A-Z]+ \/(?:referral|family-plan)\/\S+ \| (?<act>\S+) \| [^|]*person: [^|]*\| family \| [^|]+: [^|]+\|$/gm;

/** The acts at a referral or a family that nobody can ask about, and that the specification does not take out by name. */
export function unasked(acts: readonly Act[], routes: string, page: string): Violation[] {
  const rule = /^- \*\*A-AZN-06\*\*.*$/m.exec(page)?.[0] ?? '';
  const known = new Set([...acts.map(({ act }) => act), ...[...rule.matchAll(/`([^`]+)`/g)].map(([, name]) => name)]);
  const declared = new Set([...routes.matchAll(decidedRoute)].map(({ groups }) => groups?.['act'] as string));
  return [...declared]
    .filter((act) => !known.has(act))
    .map((act) => ({ where: source, message: `${act} cannot be asked about, and A-AZN-06 does not take it out.` }));
}

export function differences(acts: readonly Act[], routes: string): Violation[] {
  const declared = declaredIn(routes);
  return acts.flatMap(({ act, mode, allow, relations, sections }) => {
    const route = declared.get(act);
    if (!route) return [{ where: source, message: `${act} is the act of no route in ${generated}.` }];
    if (route.relations.size === 0) return []; // it is decided by the unit alone so far
    const who = allow.flatMap(({ functions = [] }) => functions);
    const looks = mode === 'read';
    return [
      ...differing(act, 'functions', who, route.who),
      ...differing(act, 'relations', relations, route.relations),
      ...(looks ? differing(act, 'sections', sections, route.sections) : []),
    ];
  });
}

function differing(act: string, what: string, said: readonly string[], declared: ReadonlySet<string>): Violation[] {
  const [here, there] = [[...said].toSorted().join(', '), [...declared].toSorted().join(', ')];
  if (here === there) return [];
  return [{ where: source, message: `${act} has the ${what} ${here || '–'}; its route declares ${there || '–'}.` }];
}

function declaredIn(routes: string): Map<string, Declared> {
  const found = new Map<string, Declared>();
  for (const [, act = '', allowed = '', shown = ''] of routes.matchAll(
    /^\| [A-Z]+ \S+ \| (\S+) \| ([^|]*) \| [^|]* \| ([^|]*)\|$/gm,
  )) {
    const of = found.get(act) ?? { who: new Set(), relations: new Set(), sections: new Set() };
    found.set(act, of);
    for (const [, functions = ''] of allowed.matchAll(/person: ([^;(]+)/g))
      for (const name of functions.split(',')) of.who.add(name.trim());
    const [sections = '', relations = ''] = shown.split(': ');
    for (const name of sections.split(',').map((each) => each.trim()))
      if (name && name !== 'frame' && name !== notDecided) of.sections.add(name);
    for (const name of relations.split(',').map((each) => each.trim())) if (name) of.relations.add(name);
  }
  return found;
}
