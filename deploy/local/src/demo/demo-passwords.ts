import { randomInt } from 'node:crypto';
import { dataFile, readJson, writeJson } from '../launcher/data-folder.js';
import { demoMunicipalities } from './people.js';

/** Passwords of the demo users and secrets of the demo systems, by municipality and name. */
export interface DemoPasswords {
  /** The day on which the invented families were referred; a repeated set-up must say the same again. */
  since: string;
  passwords: Record<string, Record<string, string>>;
}

// Without letters that look like digits: people type them.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const typable = (): string => Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');

export const demoPasswordFile = (): string => dataFile('demo-users.json');

/** Made at the first start and kept, also for names that a later version adds. */
export function demoPasswords(): DemoPasswords {
  const kept = readJson<DemoPasswords>(demoPasswordFile());
  const passwords = demoMunicipalities.map(({ code, people, citizens, system }) => {
    const names = [...[...people, ...citizens].map(({ username }) => username), system.clientId];
    return [code, Object.fromEntries(names.map((name) => [name, kept?.passwords[code]?.[name] ?? typable()]))] as const;
  });
  const made = {
    since: kept?.since ?? new Date().toISOString().slice(0, 10),
    passwords: Object.fromEntries(passwords),
  };
  writeJson(demoPasswordFile(), made);
  return made;
}
