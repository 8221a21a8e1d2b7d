import { newId } from '@helhed/kernel';
import { forMunicipality, getDefinition } from '@helhed/programmes';
import type { ServiceDatabase, TestMunicipality } from '@helhed/testing';
import { Client } from 'pg';
import { programme } from './referrals.js';

type Known = Pick<TestMunicipality, 'code' | 'issuer'>;

/** Puts the municipality and its programme into a referral database as rows, so that every variant decides by the same. */
export async function publishProgramme({ worker, app }: ServiceDatabase, { code, issuer }: Known): Promise<void> {
  const municipality = 'INSERT INTO helhed.municipality (code, issuer) VALUES ($1, $2) ON CONFLICT DO NOTHING';
  await withClient(worker, (client) => client.query(municipality, [code, issuer]));
  await withClient(app, async (client) => {
    const definition = forMunicipality(getDefinition(programme), code);
    const { version, validFrom } = definition;
    await client.query('BEGIN');
    await client.query('SELECT helhed.enter($1)', [code]);
    await client.query(
      `INSERT INTO programme (municipality, code, version, id, valid_from, definition, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, helhed.now())`,
      [code, programme, version, newId(), validFrom, JSON.stringify(definition)],
    );
    await client.query('COMMIT');
  });
}

export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
