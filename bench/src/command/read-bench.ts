import type { Bench } from '../report/bench.js';
import { readsRound } from './reads-round.js';
import { runRounds } from './run-rounds.js';

export const readBench: Bench = {
  about: 'SP1: a read under decision against bare node:http + pg and a stock NestJS + TypeORM app.',
  run: (say) => runRounds(readsRound, say),
};
