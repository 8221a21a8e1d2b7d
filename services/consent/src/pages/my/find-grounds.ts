import type { Actor } from '@helhed/access';
import type { StandingBasis } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import type { BasisView } from '../../bases/bases.dto.js';
import { FindBases } from '../../bases/find-bases.js';
import { versionOn } from '../../cover/consent-rule.js';
import { findVersions } from '../../programmes/programme-copy.js';

/** A standing basis of a programme that the person's family is in. */
export interface Standing extends StandingBasis {
  /** As decisions name it: `standing:<programme>:<purpose>:<layer>` */
  readonly id: string;
  readonly purpose: string;
  readonly programme: { readonly da: string; readonly en: string };
}

export interface Grounds {
  /** Every basis that was recorded about the person, or by the person's consent. */
  readonly recorded: readonly BasisView[];
  /** Those that are in force today and cover the person. */
  readonly bases: readonly BasisView[];
  readonly standing: readonly Standing[];
}

/** Why somebody may see a person's data: the bases of the register, and what the definitions of the programmes say for all. */
@Injectable()
export class FindGrounds {
  constructor(
    private readonly database: Database,
    private readonly bases: FindBases,
  ) {}

  /** @throws DomainError `not-found` */
  async run(actor: Actor, person: string): Promise<Grounds> {
    const recorded: BasisView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.bases.ofPerson(actor, person, { limit: 200, cursor });
      recorded.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const standing = await this.database.inTransaction(actor.municipality, (tx) => standingOf(tx, person));
    return { recorded, bases: recorded.filter((basis) => coversNow(basis, person)), standing };
  }
}

const coversNow = ({ ended, coverage }: BasisView, person: string): boolean =>
  ended === null && coverage.some((each) => each.person === person && each.state === 'covered');

async function standingOf(tx: Tx, person: string): Promise<Standing[]> {
  const { today } = tx;
  const programmes = await tx.query<{ programme: string }>(
    `SELECT DISTINCT r.programme FROM family_member m JOIN helhed.referral_replica r ON r.family_id = m.family_id
     WHERE m.municipality = helhed.tenant() AND m.person_id = $1 ORDER BY r.programme`,
    [person],
  );
  const found = await Promise.all(
    programmes.map(async ({ programme }) => versionOn(await findVersions(tx, programme), today)),
  );
  return found.flatMap((version) =>
    Object.entries(version?.purposes ?? {}).flatMap(([purpose, { standing = [] }]) =>
      standing
        .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === undefined || today < validTo))
        .map((each) => ({
          ...each,
          id: `standing:${version!.code}:${purpose}:${each.layer}`,
          purpose,
          programme: version!.name,
        })),
    ),
  );
}
