import type { Expected } from './oracle/request.js';

/** Of a family's, which appointments; of a member of staff's, whether there are any. */
export function calendar(text: string, { shown = [], entries }: Expected): string | undefined {
  const found = [...text.matchAll(/^UID:([0-9a-f-]{36})/gm)].map(([, id = '']) => id);
  if (entries === undefined) return shown.length > 0 === found.length > 0 ? undefined : `${found.length} entries`;
  const [a, b] = [found.toSorted().join(), entries.toSorted().join()];
  return a === b ? undefined : `${found.length} entries for ${entries.length}: ${a} for ${b}`;
}

/** A-SCH-23: the appointment, its end alone, or neither. */
export function invitation(text: string, { shown = [] }: Expected): string | undefined {
  const entry = text.includes('METHOD:CANCEL') ? 'cancel' : 'feed.entries';
  const found = text.includes('BEGIN:VEVENT') ? entry : '';
  return found === shown.join() ? undefined : `gives ${found || 'nothing'} for ${shown.join() || 'nothing'}`;
}
