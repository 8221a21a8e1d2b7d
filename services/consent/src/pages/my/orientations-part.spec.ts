import { givenExample } from '../../orientations/orientations.dto.js';
import { orientationsPart } from './orientations-part.js';

const part = (shown: number, total: number, language: 'da' | 'en' = 'da') =>
  String(
    orientationsPart(
      { items: Array.from({ length: shown }, () => givenExample), total },
      undefined,
      (unit) => unit,
      language,
    ),
  );

it('says how many older ones are not shown, and only where there are', () => {
  expect(part(50, 53)).toContain('Ældre svar, som ikke vises her: 3');
  expect(part(50, 53, 'en')).toContain('Older answers that are not shown here: 3');
  expect(part(50, 50)).not.toContain('Ældre svar');
  expect(orientationsPart({ items: [], total: 0 }, undefined, (unit) => unit, 'da')).toBe(false);
});
