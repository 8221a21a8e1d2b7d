import type { Bench } from '../report/bench.js';
import { commandsRound } from './commands-round.js';
import { runRounds } from './run-rounds.js';

export const commandBench: Bench = {
  about: 'SP1: a create and a state change against bare node:http + pg and a stock NestJS + TypeORM app.',
  run: (say) => runRounds(commandsRound, say),
};
