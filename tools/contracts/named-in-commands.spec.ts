import { readFileSync } from 'node:fs';
import { commandsOf, pagesUnsaid, unsaid, type Command, type Described } from './named-in-commands.ts';

const page = (
  lines: string,
  row = '| A-FAM-24 | POST `/x` | goal.accept, goal.leave | person | C; A-CMD-03; A-CMD-02 |',
) =>
  `${row}
| A-FAM-42 | POST \`/y\` | observation.accept | psychologist | C; 409 |
| | A-CMD-02 | Does it name somebody? |
| | A-CMD-03 | Does it change a goal? |
### 5.1 What a command names
- **A-CMD-05** All.

| acts | names | rules |
|---|---|---|
${lines}
## 6. Bases
| \`goal.accept\` | \`elsewhere\` | A-CMD-02 |
`;
const accepting: Command = { act: 'goal.accept', route: 'POST /goals/{id}:accept', names: ['goals/{id}', 'personId'] };
const leaving: Command = { act: 'goal.leave', route: 'POST /goals/{id}:leave', names: ['goals/{id}'] };
const said = '| `goal.accept`, `goal.leave` | `goals/{id}` | A-CMD-03 |\n| `goal.accept` | `personId` | A-CMD-02 |';
const told = (lines: string, commands: readonly Command[] = [accepting, leaving], row?: string) =>
  unsaid(commands, page(lines, row)).map(({ message }) => message);

describe('what a command names', () => {
  it('stands in the page with its rules, or with a reason', () => {
    expect(told(said)).toEqual([]);
    expect(told(said.replace('A-CMD-02', '– everybody knows that'))).toEqual([]);
  });

  it('may be the rule of its own row', () => {
    const observing: Command = { act: 'observation.accept', route: 'POST /o', names: ['observations/{id}'] };
    expect(told('| `observation.accept` | `observations/{id}` | A-FAM-42 |', [observing])).toEqual([]);
  });

  it.each([
    [
      'a new command',
      said,
      [accepting, leaving, { ...leaving, act: 'goal.burn', route: 'POST /goals/{id}:burn' }],
      'goal.burn',
    ],
    ['a new field', said, [{ ...accepting, names: [...accepting.names, 'childId'] }, leaving], '`childId`'],
    ['a line that is taken away', said.split('\n')[0] ?? '', [accepting, leaving], '`personId`'],
    ['a name that is gone', said, [{ ...accepting, names: ['goals/{id}'] }, leaving], 'names `personId`: it does not'],
    ['a command that is gone', said, [accepting], 'goal.leave names `goals/{id}`: it does not'],
    ['no reason', said.replace('A-CMD-02', '–'), [accepting, leaving], 'neither rule nor reason for goal.accept'],
    ['no rule', said.replace('A-CMD-02', 'somebody knows'), [accepting, leaving], 'neither rule nor reason'],
    ['a rule that is not there', said.replace('A-CMD-02', 'A-CMD-09'), [accepting, leaving], 'has A-CMD-09'],
    ['a rule that its row does not have', said.replace('A-CMD-02', 'A-FAM-42'), [accepting, leaving], 'has A-FAM-42'],
  ])('is missed or left over: %s', (_, lines, commands, message) =>
    expect(told(lines, commands)).toEqual([expect.stringContaining(message)]),
  );
});

describe('a command', () => {
  const schemas = {
    Who: { properties: { personId: { type: 'string', format: 'uuid' }, unit: { type: 'string' } } },
    Move: {
      properties: {
        familyId: { type: 'string', format: 'uuid' },
        cpr: { type: 'string' },
        who: { anyOf: [{ $ref: '#/components/schemas/Who' }, { type: 'null' }] },
        marks: { type: 'array', items: { properties: { child: { format: 'uuid' } } } },
      },
    },
  };
  const api = (path: string, access: object, method = 'post') =>
    ({
      paths: {
        [path]: {
          [method]: {
            'x-helhed-access': { act: 'goal.move', ...access },
            requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Move' } } } },
          },
        },
      },
      components: { schemas },
    }) as unknown as Described;
  const names = (described: Described) => commandsOf(described).flatMap((each) => each.names);

  it('names what its address has, and each id and number in its body but the family’s', () =>
    expect(names(api('/f/v1/goals/{id}:move', { mode: 'write', subjects: 'family' }))).toEqual([
      'goals/{id}',
      'cpr',
      'who.personId',
      'marks[].child',
    ]));

  it('that says it is about nobody names the persons in its body all the same', () =>
    expect(names(api('/f/v1/rooms/{id}:move', { subjects: 'none' }))).toEqual([
      'cpr',
      'who.personId',
      'marks[].child',
    ]));

  it.each(['put', 'patch', 'delete'])('may be a %s', (method) =>
    expect(names(api('/f/v1/goals/{id}', { mode: 'write', subjects: 'family' }, method))).toContain('goals/{id}'),
  );

  it.each([
    ['a look', api('/f/v1/goals/{id}', { mode: 'read', subjects: 'family' })],
    ['a GET', api('/f/v1/goals/{id}', { subjects: 'family' }, 'get')],
  ])('is not %s', (_, described) => expect(commandsOf(described)).toEqual([]));

  it('of a page is one that stands there too', () => {
    const routes = (act: string) => `| POST /consent/my/goals/{id} | ${act} | citizen | family | own |\n`;
    expect(pagesUnsaid(routes('goal.leave'), page(said))).toEqual([]);
    expect(pagesUnsaid(routes('goal.burn'), page(said))).toHaveLength(1);
    expect(pagesUnsaid('| POST /consent/v1/goals | goal.burn | citizen | family | own |\n', page(said))).toEqual([]);
  });
});

describe('the platform’s own', () => {
  it('commands at goals and bases are found', () => {
    const found = ['family-plan', 'consent'].flatMap((service) =>
      commandsOf(
        JSON.parse(readFileSync(new URL(`../../docs/openapi/${service}.json`, import.meta.url), 'utf8')) as Described,
      ),
    );
    expect(found.find(({ act }) => act === 'goal.accept')?.names).toEqual(['goals/{id}', 'personId']);
    expect(found.find(({ act }) => act === 'basis.add-consent')?.names).toEqual(['bases/{id}', 'givenBy[]']);
  });
});
