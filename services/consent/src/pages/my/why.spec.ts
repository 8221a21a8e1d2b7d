import { newId } from '@helhed/kernel';
import type { BasisView } from '../../bases/bases.dto.js';
import type { Standing } from './find-grounds.js';
import { whyOf } from './why.js';

const law = (relation: Standing['relation'], paragraph: string): Standing => ({
  id: 'standing:familiestue:outcome-to-sender:processing',
  relation,
  layer: 'processing',
  categories: ['identity', 'address'],
  paragraph,
  validFrom: '2026-01-01',
  purpose: 'outcome-to-sender',
  programme: { da: 'Familiestue', en: 'Family room' },
});
const consent = { id: newId(), kind: 'consent', paragraph: null } as BasisView;
const statute = { id: newId(), kind: 'statute', paragraph: 'Barnets lov § 18' } as BasisView;
const [ofSender, ofTriage] = [law('sender', 'Barnets lov § 90'), law('triage', 'Barnets lov § 30')];
const said = (bases: string[]) =>
  whyOf(
    [{ category: 'identity', relation: 'sender', purpose: 'outcome-to-sender', bases }],
    [consent, statute],
    [ofSender, ofTriage],
  )[0]?.grounds;

describe('why somebody sees something', () => {
  it('is the provision of the standing basis of their relation', () =>
    expect(said([ofSender.id])).toEqual([
      { said: { da: 'Barnets lov § 90 (Familiestue)', en: 'Barnets lov § 90 (Family room)' } },
    ]));

  it('is a consent, or a provision, with its receipt; of others’ only that it is there', () => {
    expect(said([consent.id, statute.id])).toEqual([
      { said: { da: 'Samtykke', en: 'Consent' }, basis: consent.id },
      { said: { da: 'Barnets lov § 18', en: 'Barnets lov § 18' }, basis: statute.id },
    ]);
    expect(said([newId()])?.map((each) => [each.said.da, each.basis])).toEqual([
      ['En hjemmel om andre i familien', undefined],
    ]);
  });

  it('is the work itself, where no basis is needed', () =>
    expect(said([])?.map((each) => each.said.en)).toEqual([
      'It belongs to their work with you and needs nothing else.',
    ]));

  it('is said once for all that is seen for one purpose on the same grounds', () => {
    const seen = (['identity', 'address', 'identity'] as const).map((category) => ({
      category,
      relation: 'sender',
      purpose: 'outcome-to-sender',
      bases: [ofSender.id],
    }));
    const by = whyOf(
      [...seen, { category: 'address', relation: 'triage', purpose: 'triage', bases: [ofTriage.id] }],
      [],
      [ofSender, ofTriage],
    );
    expect(by.map(({ purpose, categories }) => [purpose, categories])).toEqual([
      ['outcome-to-sender', ['address', 'identity']],
      ['triage', ['address']],
    ]);
  });
});
