import { contexts, type Context } from '@helhed/contracts';
import { Misused } from './run-command.js';

/** @throws Misused that names the five services */
export function serviceNamed(name: string | undefined): Context {
  const found = contexts.find((context) => context === name);
  if (found) return found;
  throw new Misused(`${name ? `"${name}" is no service` : 'Name a service'}: ${contexts.join(', ')}`);
}

/** @throws Misused unless it has the form of a municipality's code; whether there is such a one the services know */
export function municipalityNamed(code: string | undefined): string {
  if (code && /^\d{4}$/.test(code)) return code;
  throw new Misused(
    `${code ? `"${code}" is no municipality's code` : 'Name a municipality'}: four digits, such as 0450`,
  );
}

/** @throws Misused unless it is a UUID */
export function idNamed(id: string | undefined): string {
  if (id && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id;
  throw new Misused(`${id ? `"${id}" is no id` : 'Name an id'}: a UUID, as the list shows it`);
}
