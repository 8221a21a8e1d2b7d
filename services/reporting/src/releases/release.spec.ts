import { Release } from './release.js';

it.each([
  ['2026-01-01', true],
  ['2025-12-31', false],
  ['2024-12-31', false],
])('the families of 2024 can be released on %s: %p', (today, can) => {
  const require = () => Release.requireSettled(2024, today);
  if (can) expect(require).not.toThrow();
  else expect(require).toThrow(expect.objectContaining({ problem: 'release-too-early' }));
});
