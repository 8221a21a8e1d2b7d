import { Cpr } from './cpr.js';

/** Ten digits that stand by themselves, as one writes them: together, or with a hyphen, a space or the like between. */
const tenDigits = /(?<!\d)(\d{6})[^\p{L}\p{N}]{0,2}(\d{4})(?!\d)/gu;
/** An id made by a machine may have any ten digits in a row. */
const machineMade = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi;

/** Whether ten digits that could be a person's number stand anywhere in the text: no id, code or reference has them. */
export const holdsCpr = (text: string): boolean =>
  [...text.replace(machineMade, 'x').matchAll(tenDigits)].some(([, date, serial]) => isCpr(`${date}${serial}`));

/** Whether the text is a CPR number, written with or without its hyphen. */
export function isCpr(text: string): boolean {
  try {
    Cpr.parse(text);
    return true;
  } catch {
    return false;
  }
}
