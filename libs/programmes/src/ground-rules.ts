import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkGroundRules, type GroundRules } from '@helhed/contracts';
import { inForce } from './in-force.js';
import { InvalidDefinition } from './invalid-definition.js';
import { problemsIn, YamlFile } from './yaml-file.js';

/** The platform's own file. */
export const groundRulesFile = fileURLToPath(new URL('../ground-rules.yaml', import.meta.url));

/**
 * Reads ground rules from the text of a YAML file.
 *
 * @param file the file's name or path, for the errors
 * @throws InvalidDefinition naming file, line, column and rule of every mistake
 */
export function loadGroundRules(text: string, file: string): GroundRules {
  const yaml = new YamlFile(text, file);
  const unreadable = yaml.problems();
  if (unreadable.length > 0) throw new InvalidDefinition(unreadable);
  const { rules, problems } = checkGroundRules(yaml.value());
  if (!rules) throw new InvalidDefinition(problemsIn(yaml, problems));
  return rules;
}

let own: GroundRules | undefined;

/** The ground rules that come with the platform, read once. @throws InvalidDefinition */
export const getGroundRules = (): GroundRules =>
  (own ??= loadGroundRules(readFileSync(groundRulesFile, 'utf8'), groundRulesFile));

/**
 * A ground rule's value on a day: `valueOn(getGroundRules().ages.majority, tx.today)`.
 *
 * @param on ISO date
 */
export const valueOn = (rule: readonly { readonly validFrom: string; readonly value: number }[], on: string): number =>
  inForce(rule, on).value;
