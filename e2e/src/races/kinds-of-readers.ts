import { json, type Consent, type Kind } from './kind.js';

interface Reader {
  readonly unit: string;
  readonly relation: string;
  readonly category: string;
}

const readers = (service: Kind['service'], rests: Consent, name: string, told: Partial<Reader>): Kind => ({
  name: `a parent’s question who may see ${name}`,
  rests,
  service,
  method: 'GET',
  as: 'parent',
  path: ({ parents: [person] }) => `/${service}/v1/persons/${person}/readers`,
  shows: (seen) =>
    (json<{ readers: Reader[] }>(seen).readers ?? []).some((reader) =>
      Object.entries(told).every(([field, value]) => reader[field as keyof Reader] === value),
    ),
});

/** What a service tells a parent of whom a consent lets see something: A-OPS-04. */
export const kindsOfReaders: readonly Kind[] = [
  readers('referral', 'outcome', 'the outcome', { relation: 'sender', category: 'referral-outcome' }),
  readers('family-plan', 'cooperation', 'who they are', { relation: 'partner', category: 'identity' }),
  readers('scheduling', 'calendar', 'the calendar', { relation: 'link', category: 'appointments' }),
];
