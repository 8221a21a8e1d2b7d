import { changeBasis, keepBasis, keepEmployeeRelation, keepRelation, keepUnit } from '@helhed/access';
import { newId } from '@helhed/kernel';
import { requestContext } from '@helhed/telemetry';
import type { Tx } from '@helhed/database';
import { WhenFamilyErased } from '../src/families/when-family-erased.js';
import { WhenReferralClosed } from '../src/groups/when-referral-closed.js';
import type { World } from './world.js';

type Basis = Parameters<typeof keepBasis>[1];
const open = { from: '2026-01-01', to: null } as const;

/** What consent and family-plan have told of bases, relations, units and employees. */
export class Known {
  constructor(private readonly world: World) {}

  /** Who is enrolled with the family. */
  async membersOf(familyId: string): Promise<string[]> {
    const rows = await this.world.all<{ id: string }>(
      'SELECT DISTINCT person_id AS id FROM enrolled_member WHERE family_id = $1 ORDER BY 1',
      [familyId],
    );
    return rows.map(({ id }) => id);
  }

  /** What a family's feed rests on, of everybody in it unless others are named. @returns the basis's id */
  async mayHaveFeed(familyId: string, wish: Partial<Basis> = {}): Promise<string> {
    const { persons = await this.membersOf(familyId) } = wish;
    const basis: Basis = {
      basisId: newId(),
      familyId,
      programme: 'nyborg-familiestue',
      kind: 'consent',
      layer: 'processing',
      purpose: 'calendar-feed',
      categories: ['appointments'],
      persons: [...persons],
      meeting: null,
      fromUnit: 'familiestuen',
      toUnit: 'familiestuen',
      validFrom: '2026-01-01',
      validTo: null,
      epoch: 0,
      coverage: persons.map((personId) => ({ personId, state: 'covered' as const, ...open })),
      ...wish,
    };
    await this.#told((tx) => keepBasis(tx, basis));
    return basis.basisId;
  }

  async withdraw(basisId: string, familyId: string): Promise<void> {
    const persons = await this.membersOf(familyId);
    const coverage = persons.map((personId) => ({ personId, state: 'withdrawn' as const, ...open }));
    const change = { basisId, familyId, ended: null, endedAt: null, validTo: null, epoch: 1, raised: true, coverage };
    await this.#told((tx) => changeBasis(tx, change));
  }

  /** Its referral to the programme. */
  async closed(familyId: string, programme = 'nyborg-familiestue'): Promise<void> {
    const data = { familyId, programme };
    await this.#told((tx) => new WhenReferralClosed().end({ data } as never, { tx }));
  }

  async employee(sub: string, personId: string, kind: 'own-person' | 'relative' = 'own-person'): Promise<void> {
    const row = { relationId: newId(), sub, personId, kind, ...open };
    await this.#told((tx) => keepEmployeeRelation(tx, row));
  }

  async coordinator(sub: string, familyId: string, programme = 'nyborg-familiestue'): Promise<void> {
    const unit = 'familieafdelingen';
    const row = { relationId: newId(), familyId, programme, kind: 'coordinator' as const, sub, unit };
    await this.#told((tx) => keepRelation(tx, { ...row, function: 'family-coordinator', ...open }));
  }

  /** Whether what a unit has is its parent's too. */
  async insideParent(unit: string, parent: string): Promise<void> {
    const row = { unit, parent, retired: false, insideParent: true, outside: false, institution: false };
    await this.#told((tx) => keepUnit(tx, row));
  }

  async erased(familyId: string): Promise<void> {
    const data = { familyId };
    await this.#told((tx) => new WhenFamilyErased().erase({ data } as never, { tx }));
  }

  /** Family-plan tells of the family anew, after it was restored from before it erased it. */
  async restored(familyId: string): Promise<void> {
    const data = { orderKey: familyId, standsAt: 0, events: [] };
    await this.#told((tx) => new WhenFamilyErased().settle({ data } as never, { tx }));
  }

  #told(keep: (tx: Tx) => Promise<unknown>): Promise<unknown> {
    const actor = { kind: 'service', issuer: 'helhed', sub: 'consent', azp: 'scheduling' } as const;
    return this.world.inTx((tx) => requestContext.run({ requestId: newId(), actor }, () => keep(tx)));
  }
}
