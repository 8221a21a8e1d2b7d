import { settledYear } from './asked-parts.js';

it.each([
  ['2025-01-01', '2025-12-31', '2026-02-01', 2025],
  ['2025-01-01', '2025-12-31', '2026-01-31', undefined],
  ['2025-01-01', '2025-12-31', '2025-12-31', undefined],
  ['2025-01-01', '2025-12-30', '2026-11-23', undefined],
  ['2025-01-02', '2025-12-31', '2026-11-23', undefined],
  ['2024-12-31', '2025-12-31', '2026-11-23', undefined],
  ['2024-01-01', '2025-12-31', '2026-11-23', undefined],
  ['2025-04-01', '2025-06-30', '2026-11-23', undefined],
  ['2025-03-01', '2025-03-31', '2026-11-23', undefined],
  ['2025-05-05', '2025-05-05', '2026-11-23', undefined],
])('from %s to %s, asked on %s, is the settled year %p', (from, to, today, year) => {
  expect(settledYear({ from, to }, today)).toBe(year);
});
