import { readFileSync } from 'node:fs';
import { newDefinition } from '@helhed/contracts';

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

/** `group.series.sessions.count`: every field of the schema; texts and lists of plain values are one field. */
function fieldsOf(schema: Schema, path: string[] = []): string[] {
  const { properties, items, oneOf } = schema;
  if (items?.properties || items?.oneOf) return fieldsOf(items, path);
  if (oneOf) return oneOf.flatMap((variant) => fieldsOf(variant, path));
  if (!properties || ('da' in properties && 'en' in properties)) return [path.join('.')];
  return Object.entries(properties).flatMap(([name, field]) => fieldsOf(field, [...path, name]));
}

const guide = readFileSync(new URL('../../../docs/guides/programme-definition.md', import.meta.url), 'utf8');
/** Each purpose has the same fields: they are told once, as `purposes.*`. */
const oncePerPurpose = (field: string) => field.replace(/^purposes\.[a-z-]+\./, 'purposes.*.');
const fields = [...new Set(fieldsOf(newDefinition.toJSONSchema() as Schema).map(oncePerPurpose))];
/** The rows of the guide's tables: fields, meaning, reader. */
const rows = guide
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const namesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
const listed = rows.flatMap(([names]) => namesIn(names!));

const root = new URL('../../../docs/guides/', import.meta.url);
/** The code of the readers that a cell links to, without its comments. */
const codeOf = (cell: string) =>
  [...cell.matchAll(/\]\(([^)]+\.ts)\)/g)]
    .map(([, path]) => readFileSync(new URL(path!, root), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** Fields whose own name, or that of the field which holds them, the reader that is named does not mention. */
const unread = ([names, , reader]: readonly string[]): string[] => {
  const code = codeOf(reader!);
  const mentions = (name: string) => new RegExp(`\\b${name}\\b`).test(code);
  return namesIn(names!).filter((field) => !field.split('.').slice(-2).every(mentions));
};

describe('the guide to a programme definition', () => {
  it('lists every field of the schema, and no other', () => {
    expect([...listed].sort()).toEqual(fields.sort());
  });

  it('says for each who reads it, and that file does', () => {
    for (const row of rows) {
      const [names, meaning, reader] = row;
      const named =
        /^\[(referral|family-plan|scheduling|consent|reporting|access): [^\]]+\]\(\.\.\/\.\.\/(services|libs\/(programmes|access))\//;
      expect([names, Boolean(meaning), named.test(reader!), unread(row)]).toEqual([names, true, true, []]);
    }
  });

  it('would tell of a reader that does not read', () => {
    const elsewhere = '[scheduling: rooms](../../services/scheduling/src/rooms/room.ts)';
    expect(unread(['`group.families.min`, `group.room`', '', elsewhere])).toEqual(['group.families.min', 'group.room']);
    expect(unread(['`selfReferral`', '', 'referral: catalogue'])).toEqual(['selfReferral']);
    expect(() => unread(['`figures`', '', '[reporting](../../services/reporting/src/no-such.ts)'])).toThrow('ENOENT');
  });

  it('fits on a screen and a half', () => expect(guide.split('\n').length).toBeLessThanOrEqual(110));
});
