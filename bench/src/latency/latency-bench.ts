import type { Bench } from '../report/bench.js';
export const latencyBench: Bench = { about: '', run: () => Promise.reject(new Error('')) };
