import { planted } from '../planted.ts';
import { findDeadLinks } from './find-dead-links.ts';

const dead = (text: string): string[] =>
  planted(
    {
      'README.md': text,
      'docs/a.md': '# One way\n\n```\n# not a heading\n```\n',
      'src/x.ts': '',
      '.gitignore': 'dist',
      'dist/y': '',
    },
    (root) => findDeadLinks(root).map(({ where, message }) => `${where} ${message}`),
  );

it.each([
  ['a file', '[a](docs/a.md)'],
  ['a folder', '[a](docs/) and [b](src)'],
  ['a heading', '[a](docs/a.md#one-way)'],
  ['a heading of its own', '# Here it is!\n[a](#here-it-is)'],
  ['another place', '[a](https://example.dk/x) or [mail](mailto:a@example.dk)'],
  ['nothing, as it stands in code', '`[a](b)`\n```\n[a](b.md)\n```'],
])('a link to %s is good', (_, text) => expect(dead(text)).toEqual([]));

it.each([
  ['a file that is not there', 'x\n[a](docs/b.md)', 'README.md:2 docs/b.md leads nowhere.'],
  ['a heading that is not there', '[a](docs/a.md#another)', 'README.md:1 docs/a.md#another leads nowhere.'],
  ['a heading that is code', '[a](docs/a.md#not-a-heading)', 'README.md:1 docs/a.md#not-a-heading leads nowhere.'],
  ['a picture that is not there', '![a](docs/a.svg)', 'README.md:1 docs/a.svg leads nowhere.'],
  ['a file outside the repository', '[a](../secret.md)', 'README.md:1 ../secret.md leads nowhere.'],
  ['a file that git ignores', '[a](dist/y)', 'README.md:1 dist/y leads nowhere.'],
])('a link to %s is dead', (_, text, message) => expect(dead(text)).toEqual([message]));
