import { inspect } from 'node:util';
import { DomainError } from './domain-error.js';

/**
 * A Danish personal identification number (CPR), ten digits. Modulus 11 is not a rule: since 2007 valid numbers need
 * not satisfy it. Replacement numbers (*erstatnings-cpr*) have 60 added to the day of birth; Helhed's invented people
 * all use them. Printing, logging and serialising yield a mask: the digits leave only by asking for `digits`.
 */
export class Cpr {
  readonly #digits: string;

  private constructor(digits: string) {
    this.#digits = digits;
  }

  /** @throws DomainError `cpr-invalid` when the text is not ten digits that begin with a real date */
  static parse(text: string): Cpr {
    const [, date, serial] = /^(\d{6})-?(\d{4})$/.exec(text.trim()) ?? [];
    const digits = `${date}${serial}`;
    if (date && realDate(digits)) return new Cpr(digits);
    throw new DomainError('invalid', 'cpr-invalid', {
      da: 'Et CPR-nummer er ti cifre og begynder med en dato, der findes.',
      en: 'A CPR number is ten digits and begins with a date that exists.',
    });
  }

  get digits(): string {
    return this.#digits;
  }

  isReplacement(): boolean {
    return Number(this.#digits[0]) >= 6;
  }

  /** Date of birth as ISO 8601; the century follows from the seventh digit and the year (CPR office, table of 1968). */
  birthDate(): string {
    const day = Number(this.#digits.slice(0, 2)) % 60;
    const pad = (n: number) => String(n).padStart(2, '0');
    return `${fullYear(this.#digits)}-${this.#digits.slice(2, 4)}-${pad(day)}`;
  }

  toString(): string {
    return '******-****';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

function fullYear(digits: string): number {
  const year = Number(digits.slice(4, 6));
  const seventh = Number(digits[6]);
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

function realDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 60;
  const month = Number(digits.slice(2, 4));
  const year = fullYear(digits);
  if (day < 1 || month < 1 || month > 12) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
