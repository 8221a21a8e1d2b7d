import { readFileSync } from 'node:fs';

export const guideText = (name: string): string =>
  readFileSync(new URL(`../../../../docs/guides/${name}.md`, import.meta.url), 'utf8');

/** The blocks of a guide in one language, in order. */
export const blocksOf = (name: string, language: string): string[] =>
  [...guideText(name).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '');

export const commandsOf = (name: string): string[] => blocksOf(name, 'sh');
