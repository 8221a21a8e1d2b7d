import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { repositoryFiles } from '../source/files.ts';
import type { Violation } from '../violation.ts';

const link = /(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)/g;

/** Links in Markdown to a file or a heading of this repository that is not there. Addresses elsewhere are not asked. */
export function findDeadLinks(root: string): Violation[] {
  const files = new Set(repositoryFiles(root));
  const documents = [...files].filter((path) => path.endsWith('.md'));
  return documents.flatMap((path) => {
    const lines = withoutCode(readFileSync(join(root, path), 'utf8')).split('\n');
    return lines.flatMap((line, index) =>
      [...line.matchAll(link)]
        .map(([, text, image]) => text ?? image ?? '')
        .filter((target) => !/^[a-z]+:/.test(target) && !leads(root, files, path, target))
        .map((target) => ({ where: `${path}:${index + 1}`, message: `${target} leads nowhere.` })),
    );
  });
}

function leads(root: string, files: ReadonlySet<string>, from: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file)).replace(/\/$/, '');
  const exists =
    files.has(path) ||
    path === '.' ||
    (existsSync(join(root, path)) && [...files].some((each) => each.startsWith(`${path}/`)));
  if (!exists || heading === undefined) return exists;
  return statSync(join(root, path)).isFile() && headingsOf(readFileSync(join(root, path), 'utf8')).has(heading);
}

/** Anchors as GitHub makes them: lower case, spaces to hyphens, punctuation gone. */
const headingsOf = (text: string): Set<string> =>
  new Set(
    [...withoutCode(text).matchAll(/^#+ +(.+?) *$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

/** Keeps the lines, so that line numbers stay. */
const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, '')).replace(/`[^`\n]*`/g, '');
