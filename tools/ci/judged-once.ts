/**
 * Suites of which one failure says enough, since they look for what happens seldom: something shown after its withdrawal, an
 * event that is lost, a place given twice. All others are given a second try on a machine that does nothing else.
 */
export const judgedOnce: readonly string[] = [
  'e2e/src/consent-down/',
  'e2e/src/ends/',
  'e2e/src/failover/',
  'e2e/src/faults/',
  'e2e/src/look-log/',
  'e2e/src/matrix/',
  'e2e/src/races/',
  'e2e/src/restore/',
  'services/referral/src/places/last-place.int.spec.ts',
  'services/referral/src/separations/separated-at-once.int.spec.ts',
];

/** More than these at once are no matter of chance, and a second try would only take time. */
const atMost = 5;

/** Of the suites that failed, by the files that jest ran, those to be tried again. */
export function triedAgain(failed: readonly string[]): readonly string[] {
  if (failed.length > atMost) return [];
  return failed.filter((file) => {
    const compiled = file.replace(/\/dist\/(src\/)?/, '/').replace(/\.js$/, '.ts');
    return !judgedOnce.some((once) => compiled.includes(`/${once.replace('/src/', '/')}`));
  });
}
