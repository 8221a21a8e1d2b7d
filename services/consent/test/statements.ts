import { jest } from '@jest/globals';
import type { Database } from '@helhed/database';

interface Driver {
  readonly master: { readonly Client: { prototype: { query(asked: unknown): unknown } } };
}

/** Every statement that `work` sent to the database. */
export async function statementsOf({ dataSource }: Database, work: () => Promise<unknown>): Promise<string[]> {
  const { Client } = (dataSource.driver as unknown as Driver).master;
  const sent = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.map(([asked]) => (typeof asked === 'string' ? asked : (asked as { text: string }).text));
  } finally {
    sent.mockRestore();
  }
}
