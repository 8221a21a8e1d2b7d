import { Looks, type Actor } from '@helhed/access';
import { Paging, type Page } from '@helhed/web';
import { Injectable } from '@nestjs/common';
import { acts } from '../acts.js';
import { pairThing, separations } from './pair-thing.js';
import { toSeparationView, type SeparationQuery, type SeparationView } from './separations.dto.js';

@Injectable()
export class FindSeparations {
  constructor(
    private readonly looks: Looks,
    private readonly paging: Paging,
  ) {}

  /** Those that are not over, of families that the actor reaches both. */
  async page(actor: Actor, asked: SeparationQuery): Promise<Page<SeparationView>> {
    const [last] = this.paging.after('separations', asked) ?? [];
    return this.looks.at(actor, acts.listSeparations, async (look) => {
      const query = look.query(pairThing);
      const { rows, total } = await look.list<Parameters<typeof toSeparationView>[0]>(query, {
        from: separations,
        where: [
          's.municipality = helhed.tenant()',
          `(s.to_date IS NULL OR s.to_date > ${query.value(look.tx.today, 'date')})`,
          ...(asked.programme ? [`s.programme = ${query.value(asked.programme, 'text')}`] : []),
        ],
        columns: {
          id: 's.id',
          programme: 's.programme',
          referralId: 's.referral_id',
          familyId: 's.family_id',
          otherReferralId: 's.other_referral_id',
          otherFamilyId: 's.other_family_id',
          recordedIn: 's.recorded_in',
          from: 's.from_date::text',
          to: 's.to_date::text',
          version: 's.version',
        },
        after: last ? `s.id > ${query.value(last, 'uuid')}` : undefined,
        order: 's.id',
        limit: asked.limit + 1,
      });
      const view = ({ facts, ...row }: (typeof rows)[number]) => {
        look.item(query, facts);
        // it is about no single family, so the decision names none
        look.log([row.familyId, row.otherFamilyId]);
        return toSeparationView(row);
      };
      return this.paging.page('separations', asked, rows, total, view, ({ id }) => [id]);
    });
  }
}
