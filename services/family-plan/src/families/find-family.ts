import { Looks, type Actor } from '@helhed/access';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { toFamilyView, type FamilyRow, type FamilyView } from './families.dto.js';
import { custodyOf, familyThing, heldOn } from './family-thing.js';
import { lookAtFamily } from './look-at-family.js';

@Injectable()
export class FindFamily {
  constructor(private readonly looks: Looks) {}

  /** What of the family may be shown (A-FAM-01). @throws DomainError as `lookAtFamily` does */
  async get(actor: Actor, id: string): Promise<FamilyView> {
    return this.looks.at(actor, acts.readFamily, async (look) => {
      const query = look.query(familyThing);
      const columns = columnsOfFamily(query.value(look.tx.today, 'date'));
      const { decision, ...row } = await lookAtFamily<FamilyRow>(look, query, id, columns);
      return toFamilyView(row, decision, look.tx);
    });
  }
}

/** What is encrypted comes in base64, as it is within JSON. */
export const columnsOfFamily = (today: string): string[] => [
  'f.state',
  'f.erase_on::text AS "eraseOn"',
  'f.version',
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'address', encode(h.address, 'base64')) ORDER BY h.id), '[]')
    FROM household h WHERE h.municipality = helhed.tenant() AND h.family_id = f.id) AS households`,
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('personId', m.person_id, 'role', m.role,
      'name', encode(p.name, 'base64'), 'birthDate', encode(p.birth_date, 'base64'),
      'households', ARRAY(SELECT r.household_id FROM residence r WHERE r.municipality = helhed.tenant()
        AND r.family_id = m.family_id AND r.person_id = m.person_id ORDER BY r.household_id),
      'custodyHolders', ARRAY(${custodyOf('m.person_id', heldOn(today))} ORDER BY c.holder_id)
    ) ORDER BY m.role DESC, m.person_id), '[]')
    FROM family_member m JOIN person p ON p.municipality = m.municipality AND p.id = m.person_id
    WHERE m.municipality = helhed.tenant() AND m.family_id = f.id) AS members`,
];
