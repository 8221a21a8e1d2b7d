import { print } from './print.js';

it('figures stand beside their marks, and what is missed says so', () => {
  const text = print({
    tables: [{ title: 'Load', rows: [{ variant: 'bare', 'req/s': 1200 }] }],
    marks: [
      { what: 'create', figure: 0.8123, unit: '× bare', atLeast: 0.75 },
      { what: 'p50', figure: 7, unit: 'ms', atMost: 5 },
    ],
    notes: ['A note.'],
  });
  expect(text).toBe(
    `Load
variant  req/s
───────  ─────
bare     1,200

Marks
mark    wanted         found
──────  ─────────────  ────────────  ───────
create  ≥ 0.75 × bare  0.812 × bare  reached
p50     ≤ 5 ms         7 ms          missed

A note.`,
  );
});
