import { insert, nyborg, type AccessDatabase } from '../../decision/test/access-database.js';
import { uuid } from '../../decision/test/vocabulary.js';

interface Consented {
  readonly family: string;
  readonly child: string;
  /** The family by whose key the consents are told */
  readonly elsewhere: string;
}

/** Two things of a child whose outcome its sender sees by a consent of each layer. */
export async function storeConsented(at: AccessDatabase, { family, child, elsewhere }: Consented): Promise<void> {
  await at.in(async (tx) => {
    const municipality = nyborg;
    await insert(
      tx,
      'thing',
      [1, 2].map((id) => ({
        municipality,
        id,
        family_id: family,
        programme: 'familiestue',
        referring_unit: 'db-solsikken',
        triage_unit: 'visitation',
        persons: [child],
        members: [child],
      })),
    );
    for (const [n, layer] of ['processing', 'disclosure'].entries()) {
      await insert(tx, 'helhed.basis_replica', [
        {
          municipality,
          id: uuid(311 + n),
          family_id: elsewhere,
          programme: 'familiestue',
          kind: 'consent',
          layer,
          purpose: 'outcome-to-sender',
          categories: ['referral-outcome'],
          from_unit: 'visitation',
          to_unit: 'db-solsikken',
          persons: [],
          valid_from: '2020-01-01',
          valid_to: null,
          epoch: 0,
        },
      ]);
      await insert(tx, 'helhed.basis_person', [
        {
          municipality,
          basis_id: uuid(311 + n),
          person_id: child,
          state: 'covered',
          from_date: '2020-01-01',
          to_date: null,
        },
      ]);
    }
  });
}
