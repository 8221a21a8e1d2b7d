import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../violation.ts';

const specification = 'docs/access.md';
const heading = '### 5.1 ';

type Json = Readonly<Record<string, unknown>>;

/** A command as an OpenAPI document describes it: what its address and its body can name. */
export interface Command {
  readonly act: string;
  readonly route: string;
  readonly names: readonly string[];
}

/** What of an OpenAPI document is used here. */
export interface Described {
  readonly paths: Readonly<Record<string, Json>>;
}

/**
 * Holds section 5.1 of docs/access.md to the routes: each command that names a person, or anything else of somebody's data,
 * says there by which rule a wrong name is answered, or why nobody is told anything by it. A command that is not there, a name
 * that is not, and one that no command has any more fail; so does a rule that the command's own row of section 4 does not name.
 */
export function namedInCommands(root: string, apis: readonly unknown[]): Violation[] {
  const commands = apis.flatMap((api) => commandsOf(api as Described));
  const page = readFileSync(join(root, specification), 'utf8');
  return [...unsaid(commands, page), ...pagesUnsaid(readFileSync(join(root, 'docs/routes.md'), 'utf8'), page)];
}

/** Every command that names something. A decision that is asked for changes nothing and is no command. */
export const commandsOf = (api: Described): Command[] =>
  Object.entries(api.paths).flatMap(([path, operations]) =>
    ['post', 'put', 'patch', 'delete'].flatMap((method): Command[] => {
      const operation = operations[method] as Json | undefined;
      const access = operation?.['x-helhed-access'] as Json | undefined;
      if (!operation || !access || access['mode'] === 'read') return [];
      const fields = [...new Set(fieldsOf(api, bodyOf(operation), ''))].filter((name) => !isReached(name));
      const nobodys = access['subjects'] === undefined || access['subjects'] === 'none';
      const names = nobodys ? fields.filter((name) => ofSomebody.test(last(name))) : [...addressed(path), ...fields];
      return names.length > 0 ? [{ act: String(access['act']), route: `${method.toUpperCase()} ${path}`, names }] : [];
    }),
  );

/** What is reached by A-REL-03 before anything else of the body is asked: the family itself. */
const isReached = (name: string): boolean => ['familyId', 'family'].includes(name);
/** Of a command that is declared to be about nobody, the fields that would make it one about somebody all the same. */
const ofSomebody =
  /^(cpr|person|persons|member|members|child|children|parent|holder|family|recipient|givers?|givenBy|goal|need|workPoint|observation|video|basis|bases)(Ids?)?$/;
const last = (name: string): string => (name.split('.').at(-1) as string).replaceAll('[]', '');

/** `goals/{id}` of `/family-plan/v1/goals/{id}:accept`. */
const addressed = (path: string): string[] => path.match(/[a-z-]+\/\{[^}]+\}/g) ?? [];

const bodyOf = ({ requestBody }: Json): unknown =>
  Object.values(((requestBody as Json | undefined)?.['content'] ?? {}) as Record<string, Json>).map(
    ({ schema }) => schema,
  );

/** The fields that hold an id, a number or an account, wherever they are. */
function fieldsOf(api: Described, schema: unknown, name: string, within: readonly string[] = []): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => fieldsOf(api, each, name, within));
  if (typeof schema !== 'object' || schema === null) return [];
  const { $ref, properties = {}, items, oneOf, anyOf, allOf, format, additionalProperties } = schema as Json;
  if (typeof $ref === 'string') {
    if (within.includes($ref)) return [];
    return fieldsOf(api, followed(api, $ref), name, [...within, $ref]);
  }
  const inside = [oneOf, anyOf, allOf, additionalProperties].flatMap((each) => fieldsOf(api, each, name, within));
  return [
    ...(format === 'uuid' || /^(cpr|sub)$/.test(last(name)) ? [name] : []),
    ...inside,
    ...fieldsOf(api, items, `${name}[]`, within),
    ...Object.entries(properties as Json).flatMap(([key, each]) =>
      fieldsOf(api, each, name === '' ? key : `${name}.${key}`, within),
    ),
  ];
}

const followed = (api: Described, reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], api);

interface Said {
  readonly acts: readonly string[];
  readonly names: readonly string[];
  /** The rules that say to whom a wrong one is named; none: the reason why nothing is told. */
  readonly rules: readonly string[];
  readonly text: string;
}

const inCode = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, each]) => each as string);
const rulesIn = (text: string): string[] => [...new Set(text.match(/\bA-[A-Z]{3}-\d\d\b/g) ?? [])];

function saidIn(page: string): Said[] {
  const [, after = ''] = page.split(`\n${heading}`);
  const rows = (after.split(/\n#/)[0] as string).matchAll(/^\| (`[^|]+) \| ([^|]+) \| ([^|]+) \|$/gm);
  return [...rows].map(([, acts = '', names = '', text = '']) => ({
    acts: inCode(acts),
    names: inCode(names),
    rules: text.startsWith('–') ? [] : rulesIn(text),
    text,
  }));
}

/** The text of the row of section 4 that has each act. */
function rowsOfActs(page: string): Map<string, string> {
  const rows = new Map<string, string>();
  for (const [row, id = '', acts = ''] of page.matchAll(/^\| (A-[A-Z]{3}-\d\d) \| [^|]+ \| ([^|]+) \|.*\|$/gm))
    for (const act of acts.split(/[,;]/)) rows.set(act.trim(), `${id} ${row}`);
  return rows;
}

/** One row may have all verbs of a thing: `referral.*verb*`. */
const rowOf = (rows: ReadonlyMap<string, string>, act: string): string | undefined =>
  rows.get(act) ?? rows.get(act.replace(/[^.]+$/, '*verb*'));

const fault = (message: string): Violation => ({ where: `${specification} 5.1`, message });

/** What the commands name and the page does not say, and the other way. */
export function unsaid(commands: readonly Command[], page: string): Violation[] {
  const said = saidIn(page);
  const rows = rowsOfActs(page);
  const missing = commands.flatMap(({ act, route, names }) => {
    const there = new Set(said.filter(({ acts }) => acts.includes(act)).flatMap((each) => each.names));
    return names
      .filter((name) => !there.has(name))
      .map((name) => fault(`says of ${route} (${act}) not to whom a wrong \`${name}\` is told, nor why to nobody.`));
  });
  const isNamed = (act: string, name: string) =>
    commands.some((command) => command.act === act && command.names.includes(name));
  const over = said.flatMap(({ acts, names }) =>
    acts.flatMap((act) =>
      names
        .filter((name) => !isNamed(act, name))
        .map((name) => fault(`says that ${act} names \`${name}\`: it does not.`)),
    ),
  );
  return [...missing, ...over, ...said.flatMap((each) => unfounded(each, rows, page))];
}

/** A line says a rule, which is there and which the act's own row has too, or a reason. */
function unfounded({ acts, rules, text }: Said, rows: ReadonlyMap<string, string>, page: string): Violation[] {
  const isThere = (rule: string) => page.includes(`\n- **${rule}`) || page.includes(`| ${rule} |`);
  if (rules.length === 0)
    return text.length > 10 && text.startsWith('– ')
      ? []
      : acts.map((act) => fault(`has neither rule nor reason for ${act}.`));
  return acts.flatMap((act) =>
    rules
      .filter((rule) => !isThere(rule) || !rowOf(rows, act)?.includes(rule))
      .map((rule) => fault(`has ${rule} for ${act}, whose row of section 4 does not.`)),
  );
}

/** A page's form sends the same commands under the same acts; what it names is in no OpenAPI document. */
export function pagesUnsaid(routes: string, page: string): Violation[] {
  const known = new Set(saidIn(page).flatMap(({ acts }) => acts));
  return [...routes.matchAll(/^\| POST (?!\S*\/v1\/)(\S+) \| ([a-z.-]+) \| [^|]* \| (family|person) \|/gm)]
    .filter(([, , act = '']) => !known.has(act))
    .map(([, path, act]) => fault(`says nothing of POST ${path} (${act}).`));
}
