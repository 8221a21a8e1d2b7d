import type { Family } from './family.js';

/** What a read was answered: the bytes that count. */
export interface Seen {
  readonly status: number;
  readonly length: number;
  readonly body: string;
}

/** The consents of a family that are withdrawn, and given anew. */
export const consents = [
  'outcome',
  'cooperation',
  'attendance',
  'coordination',
  'coordinating',
  'contact',
  'followUp',
  'observation',
  'video',
  'calendar',
] as const;
export type Consent = (typeof consents)[number];

/** Who asks: people of the races' world, the family's own parent. */
export type Asker =
  | 'pia'
  | 'trine'
  | 'mette'
  | 'sofie'
  | 'clara'
  | 'karen'
  | 'petra'
  | 'gitte'
  | 'parent'
  | 'dagtilbud-system';

/** One kind of read that rests on one consent, whoever begins it. */
interface AnyKind {
  readonly name: string;
  readonly rests: Consent;
  readonly service: 'referral' | 'family-plan' | 'scheduling' | 'consent';
}

/** What a service sends by itself to an address outside, once something has come up that is to be told there. */
export interface SentKind extends AnyKind {
  /** The file that sends it, as tools/boundaries/exits.ts has it, where this kind's name stands. */
  readonly exit: string;
}

/** What somebody asks for. */
export interface Kind extends AnyKind {
  readonly method: 'GET' | 'HEAD' | 'POST';
  /** Nobody where the address is the secret. */
  readonly as?: Asker;
  readonly path: (family: Family) => string;
  readonly body?: (family: Family) => unknown;
  readonly headers?: (family: Family) => Readonly<Record<string, string>>;
  /** Whether the answer holds what the consent allows. */
  readonly shows: (seen: Seen, family: Family) => boolean;
}

interface Item {
  readonly id: string;
  readonly familyId?: string;
  readonly state?: string;
  readonly groupId?: string | null;
}

export const json = <T>({ status, body }: Seen): Partial<T> =>
  status === 200 || status === 201 ? (JSON.parse(body) as T) : {};

export const itemOf = (seen: Seen, id: string): Item | undefined =>
  json<{ items: Item[] }>(seen).items?.find((item) => item.id === id || item.familyId === id);

/** A HEAD of the same. Its answer has no body: it tells what it would hold by its length, against that of the answer without. */
export const headOf = (kind: Kind): Kind => {
  const name = `HEAD of ${kind.name}`;
  const shows = ({ status, length }: Seen, { withheld }: Family) =>
    status === 200 && length > (withheld[name] ?? length);
  return { ...kind, name, method: 'HEAD', shows };
};
