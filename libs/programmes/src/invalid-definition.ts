import { ruleText, type DefinitionRule } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';

/** What can be wrong with the file, before it is a definition. */
export const fileRules = {
  yaml: { da: 'Filen er ikke gyldig YAML: {value}', en: 'The file is not valid YAML: {value}' },
  'duplicate-field': { da: 'Feltet står to gange', en: 'The field stands twice' },
  'no-anchors': { da: 'Ankre, aliaser og tags bruges ikke', en: 'Anchors, aliases and tags are not used' },
  encoding: { da: 'Filen er ikke gemt som UTF-8', en: 'The file is not saved as UTF-8' },
  'file-name': { da: 'Filen skal hedde {value}', en: 'The file must be called {value}' },
} as const satisfies Record<string, Text>;
type FileRule = keyof typeof fileRules;

/** One mistake in a definition file. Lines and columns count from 1. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: DefinitionRule | FileRule;
  /** The field's path, `targetGroup.0.when.value`; empty for the file as a whole. */
  readonly field: string;
  readonly message: Text;
}

/** A definition file that cannot be used: every mistake found in it, in the order of the lines. */
export class InvalidDefinition extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'InvalidDefinition';
    this.problems = problems;
  }
}

/** `nyborg-familiestue.yaml:12:5 unknown targetGroup.0.kid: No such field: kid` */
export const describeProblem = ({ file, line, column, rule, field, message }: FileProblem): string =>
  `${file}:${line}:${column} ${rule}${field && ` ${field}`}: ${message.en}`;

export function messageOf(rule: FileProblem['rule'], value: string): Text {
  if (!isFileRule(rule)) return ruleText(rule, value);
  const { da, en } = fileRules[rule];
  return { da: da.replace('{value}', () => value), en: en.replace('{value}', () => value) };
}

const isFileRule = (rule: string): rule is FileRule => Object.hasOwn(fileRules, rule);
