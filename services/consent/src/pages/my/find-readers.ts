import { parseFunction, type Actor, type FunctionInUnit } from '@helhed/access';
import type { StandingBasis } from '@helhed/contracts';
import { Database, type Tx } from '@helhed/database';
import { Injectable } from '@nestjs/common';
import type { BasisView } from '../../bases/bases.dto.js';
import { FindBases } from '../../bases/find-bases.js';
import { SearchSubjects } from '../../decisions/search-subjects.js';
import { whyOf, type Reason } from './why.js';
import { versionOn } from '../../cover/consent-rule.js';
import { findVersions } from '../../programmes/programme-copy.js';

/** A standing basis of a programme that the person's family is in. */
export interface Standing extends StandingBasis {
  /** As decisions name it: `standing:<programme>:<purpose>:<layer>` */
  readonly id: string;
  readonly purpose: string;
  readonly programme: { readonly da: string; readonly en: string };
}

/** Whoever holds a function in a unit, what they see today, and why. */
export interface Reader {
  readonly unit: string;
  readonly function: string;
  readonly reasons: readonly Reason[];
}

export interface Readers {
  /** Who sees something that concerns the person today, as the decision API finds them (A-AZN-04). */
  readonly who: readonly Reader[];
  /** Recorded bases in force today that cover the person, or are about a family the person is in. */
  readonly bases: readonly BasisView[];
  readonly standing: readonly Standing[];
}

/** Who can see a person's data, and why: the bases in force, and what the definitions of the programmes say for all. */
@Injectable()
export class FindReaders {
  constructor(
    private readonly database: Database,
    private readonly bases: FindBases,
    private readonly subjects: SearchSubjects,
  ) {}

  /** @throws DomainError `not-found` */
  async run(actor: Actor, person: string): Promise<Readers> {
    const all: BasisView[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.bases.ofPerson(actor, person, { limit: 200, cursor });
      all.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const found = await this.subjects.readers(actor, person);
    return this.database.inTransaction(actor.municipality, async (tx) => {
      const standing = await standingOf(tx, person);
      const who = [...found].map(([pair, seen]) => ({
        ...(parseFunction(pair) as FunctionInUnit),
        reasons: whyOf(seen, all, standing),
      }));
      return {
        who: who.toSorted((a, b) => `${a.unit} ${a.function}`.localeCompare(`${b.unit} ${b.function}`, 'da')),
        bases: all.filter((basis) => coversNow(basis, person)),
        standing,
      };
    });
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
