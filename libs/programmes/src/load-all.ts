import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgrammeDefinition } from '@helhed/contracts';
import { InvalidDefinition, type FileProblem } from './invalid-definition.js';
import { loadDefinition } from './load-definition.js';

/** The folder of the definitions that come with the platform. */
export const definitionsFolder = fileURLToPath(new URL('../definitions/', import.meta.url));

export const loadFile = (file: string): ProgrammeDefinition => loadDefinition(readFileSync(file, 'utf8'), file);

/**
 * All definitions of a folder, by code. A sixth programme is one more file in it.
 *
 * @throws InvalidDefinition with the mistakes of all files
 */
export function loadAll(folder = definitionsFolder): ProgrammeDefinition[] {
  const problems: FileProblem[] = [];
  const definitions: ProgrammeDefinition[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/\.ya?ml$/.test(name)) continue;
    try {
      definitions.push(loadFile(join(folder, name)));
    } catch (error) {
      if (!(error instanceof InvalidDefinition)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidDefinition(problems);
  return definitions;
}

/** One of the platform's own definitions, for example `nyborg-familiestue`. */
export const getDefinition = (code: string): ProgrammeDefinition => loadFile(join(definitionsFolder, `${code}.yaml`));
