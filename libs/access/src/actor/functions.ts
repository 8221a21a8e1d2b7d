import type { FunctionInUnit } from './actor.js';

const pair = /^([a-z0-9]+(?:-[a-z0-9]+)*):([a-z]+(?:-[a-z]+)*)$/;

/** Reads `db-solsikken:pedagogue`; undefined for anything else. */
export function parseFunction(text: string): FunctionInUnit | undefined {
  const [, unit, name] = pair.exec(text) ?? [];
  return unit && name ? { unit, function: name } : undefined;
}

/**
 * The functions that a token's claim gives. What is not a pair is left out rather than refused: a slip of the pen on
 * one group in the console must neither give anything nor shut its members out.
 */
export function parseFunctions(claim: unknown): FunctionInUnit[] {
  const texts = new Set(Array.isArray(claim) ? claim : [claim]);
  return [...texts].flatMap((text) => (typeof text === 'string' ? (parseFunction(text) ?? []) : []));
}

/** Functions that oversee and carry no case; every other one, also one invented today, is a case function. */
export const oversight: readonly string[] = [
  'programme-lead',
  'data-protection-officer',
  'administrator',
  'report-reader',
];

export const isCaseFunction = (name: string): boolean => !oversight.includes(name);

export const functionText = ({ unit, function: name }: FunctionInUnit): string => `${unit}:${name}`;
