import { categories, functionNames, purposes, type Category, type PurposeCode } from '@helhed/contracts';
import type { Text } from '@helhed/kernel';
import type { Language } from '@helhed/web';

type Texts = Readonly<Record<string, Text>>;

/** Texts of a page in its language: `said(texts, 'da').title`. */
export const said = <T extends Texts>(texts: T, language: Language): { readonly [K in keyof T]: string } =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]])) as { [K in keyof T]: string };

const besides: Texts = {
  basis: { da: 'samtykker og andre hjemler', en: 'consents and other bases' },
  'basis-evidence': { da: 'hvor beviset for et samtykke er', en: 'where the evidence of a consent is' },
  'look-up-log': { da: 'hvem der har set oplysninger', en: 'who has looked' },
  staff: { da: 'medarbejdere', en: 'staff' },
};

const named = (code: string, texts: Texts, language: Language): string =>
  (Object.hasOwn(texts, code) ? texts[code]?.[language] : undefined) ?? code;

export const categoryName = (code: string, language: Language): string =>
  Object.hasOwn(categories, code) ? categories[code as Category].text[language] : named(code, besides, language);

const ownInsight: Text = { da: 'egen indsigt', en: 'own insight' };

export const purposeName = (code: string, language: Language): string =>
  Object.hasOwn(purposes, code)
    ? purposes[code as PurposeCode].text[language]
    : named(code, { 'own-insight': ownInsight }, language);

export const functionName = (code: string, language: Language): string => named(code, functionNames, language);

/** `a, b og c` */
export function listed(words: readonly string[], language: Language): string {
  const and = language === 'da' ? 'og' : 'and';
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

const locales = { da: 'da-DK', en: 'en-GB' } as const;

/** `3. september 2026` @param date ISO date */
export const day = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );

/** `5. oktober 2026 kl. 11.12`, as clocks in Denmark show it. @param instant ISO 8601 */
export const moment = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Copenhagen',
  }).format(new Date(instant));
