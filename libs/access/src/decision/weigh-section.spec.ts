import type { AccessFacts, SectionFact } from './access-facts.js';
import type { Held } from './held-relations.js';
import { b1, everybody, pia, referral, standing } from './test/family-h.js';
import { weighSection } from './weigh-section.js';

const programme = 'familiestue';
const [sender, triage] = (['sender', 'triage'] as const).map((relation): Held => ({ relation, programme }));
const [own, custody] = (['own', 'custody'] as const).map((relation): Held => ({ relation, programme: null }));

const section: SectionFact = {
  name: 'referral.outcome',
  of: null,
  person: null,
  persons: everybody,
  owners: ['visitation'],
};
const processing = 'standing:familiestue:outcome-to-sender:processing';

interface Changes {
  readonly section?: Partial<SectionFact>;
  readonly facts?: Partial<AccessFacts>;
  readonly standing?: typeof standing;
}
const weigh = (
  held: readonly (Held | undefined)[],
  { section: of = {}, facts = {}, standing: by = standing }: Changes = {},
) =>
  weighSection(
    { ...pia, standing: by },
    referral('sender', 'db-solsikken', facts),
    { ...section, ...of },
    held.map((one) => one!),
  );

describe('a section (docs/access.md, A-SEC-01 to 05)', () => {
  it('needs processing and disclosure, and can be revoked where one of the two can', () => {
    expect(weigh([sender])).toEqual({ shown: true, relation: 'sender', bases: [processing, 'B1'], revocable: true });
    const both = [
      { ...b1, id: 'P', layer: 'processing' },
      { ...b1, kind: 'statute' },
    ];
    const recorded = { facts: { bases: both }, standing: [] };
    expect(weigh([sender], recorded)).toEqual({ shown: true, relation: 'sender', bases: ['P', 'B1'], revocable: true });
  });

  it('is not disclosed where it stays in the area, where everybody owns it, and in triage', () => {
    const alone = { shown: true, relation: 'sender', bases: [processing], revocable: false };
    const bare = { bases: [] };
    expect(weigh([sender], { facts: { ...bare, sameArea: ['db-solsikken', 'visitation'] } })).toEqual(alone);
    expect(weigh([sender], { facts: bare, section: { owners: 'every' } })).toEqual(alone);
    expect(weigh([sender], { facts: bare, section: { owners: ['elsewhere', 'db-solsikken'] } })).toEqual(alone);
    expect(weigh([triage], { facts: bare })).toEqual({
      shown: true,
      relation: 'triage',
      bases: ['standing:familiestue:triage:processing'],
      revocable: false,
    });
  });

  it('that the actor’s own unit keeps, and does not carry, is disclosed to it as to another', () => {
    const section = { owners: [], keepers: ['db-solsikken'] };
    const bare = { bases: [], sameArea: ['db-solsikken'] };
    expect(weigh([sender], { facts: bare, section })).toEqual({ shown: false, reason: 'no-basis' });
    expect(weigh([sender], { section: { owners: [], keepers: ['db-solsikken', 'visitation'] } })).toMatchObject({
      shown: true,
      bases: [processing, 'B1'],
    });
  });

  it('of the citizen’s own, or of the register, needs no basis', () => {
    const none = { facts: { bases: [] }, standing: [] };
    expect(weigh([own], none)).toEqual({ shown: true, relation: 'own', bases: [], revocable: false });
    expect(weigh([custody], none)).toEqual({ shown: true, relation: 'custody', bases: [], revocable: true });
    expect(weigh([sender], { ...none, section: { name: 'basis.entry' } })).toEqual({
      shown: true,
      relation: 'sender',
      bases: [],
      revocable: false,
    });
  });

  it('is shown by the relation that can, before and behind one that cannot', () => {
    const bare = { facts: { bases: [] } };
    expect(weigh([sender, triage], bare)).toMatchObject({ shown: true, relation: 'triage' });
    expect(weigh([triage, sender], bare)).toMatchObject({ shown: true, relation: 'triage' });
  });

  it('is shown on a ground that stays rather than on one tried earlier that can be revoked (A-LEA-02)', () => {
    expect(weigh([sender, triage])).toMatchObject({ relation: 'triage', revocable: false });
    expect(weigh([triage, sender])).toMatchObject({ relation: 'triage', revocable: false });
    expect(weigh([custody, own])).toMatchObject({ relation: 'own', revocable: false });
    expect(weigh([custody, sender])).toMatchObject({ relation: 'custody', revocable: true });
  });

  describe('is withheld', () => {
    const withdrawn = { facts: { bases: [{ ...b1, ended: 'withdrawn' }] } };
    const lead: Held = { relation: 'lead', programme: 'aabent-hus' };

    it('for the reason of the relation that came furthest, in whatever order they are tried', () => {
      for (const held of [
        [sender, lead],
        [lead, sender],
      ])
        expect(weigh(held, withdrawn)).toEqual({ shown: false, reason: 'consent-withdrawn' });
      expect(weigh([lead], withdrawn)).toEqual({ shown: false, reason: 'no-basis' });
    });

    it('for what keeps it from being processed, where it came no further', () => {
      const ended = { ...b1, layer: 'processing', ended: 'ended' };
      expect(weigh([sender], { facts: { bases: [ended] }, standing: [] })).toEqual({
        shown: false,
        reason: 'basis-ended',
      });
      expect(weigh([sender], { facts: { bases: [b1] }, standing: [] })).toEqual({ shown: false, reason: 'no-basis' });
    });
  });
});
