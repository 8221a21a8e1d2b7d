import { describeProblem, InvalidDefinition } from './invalid-definition.js';
import { loadFile } from './load-all.js';

/** `node libs/programmes/dist/check.js my-programme.yaml`: its mistakes, or the JSON that publishes it. */
function check(files: readonly string[]): number {
  let mistakes = 0;
  for (const file of files) {
    try {
      process.stdout.write(`${JSON.stringify({ definition: loadFile(file) })}\n`);
    } catch (error) {
      if (!(error instanceof InvalidDefinition)) throw error;
      mistakes += error.problems.length;
      for (const problem of error.problems)
        process.stderr.write(`${describeProblem(problem)} | ${problem.message.da}\n`);
    }
  }
  return mistakes === 0 ? 0 : 1;
}

process.exitCode = check(process.argv.slice(2));
