import { readFileSync } from 'node:fs';
import { programmeDefinition } from '@helhed/contracts';

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
const fields = [...new Set(fieldsOf(programmeDefinition.toJSONSchema() as Schema))];
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

describe('the guide to a programme definition', () => {
  it('lists every field of the schema, and no other', () => {
    expect([...listed].sort()).toEqual(fields.sort());
  });

  it('says for each who reads it', () => {
    for (const [names, meaning, reader] of rows)
      expect([names, Boolean(meaning), /^(referral|family-plan|scheduling|reporting|all)\b/.test(reader!)]).toEqual([
        names,
        true,
        true,
      ]);
  });

  it('fits on a screen and a half', () => expect(guide.split('\n').length).toBeLessThanOrEqual(90));
});
