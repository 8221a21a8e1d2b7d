import { basename } from 'node:path';
import { checkDefinition, type ProgrammeDefinition } from '@helhed/contracts';
import { InvalidDefinition } from './invalid-definition.js';
import { problemsIn, YamlFile } from './yaml-file.js';

/**
 * Reads a programme definition from the text of a YAML file.
 *
 * @param file the file's name or path, for the errors; without its ending it must be the programme's code
 * @throws InvalidDefinition naming file, line, column and rule of every mistake
 */
export function loadDefinition(text: string, file: string): ProgrammeDefinition {
  const yaml = new YamlFile(text, file);
  const unreadable = yaml.problems();
  if (unreadable.length > 0) throw new InvalidDefinition(unreadable);

  const { definition, problems } = checkDefinition(yaml.value());
  if (!definition) throw new InvalidDefinition(problemsIn(yaml, problems));
  const { code } = definition;
  if (basename(file).replace(/\.ya?ml$/, '') !== code) {
    throw new InvalidDefinition([yaml.problemAt(yaml.offsetOf(['code']), 'file-name', `${code}.yaml`, 'code')]);
  }
  return definition;
}
