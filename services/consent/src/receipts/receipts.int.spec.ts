import { asserted, otherKind } from '../../test/asserted.js';
import { as, citizen, ended, matched, personIn, triagerIn } from '../../test/families.js';
import { nyborg, startWorld, type World } from '../../test/world.js';
import { droppedTerms, receipt as shape } from './test-receipt-shape.js';

let world: World;
let family: ReturnType<typeof matched>;
const triager = triagerIn(nyborg);
beforeAll(async () => {
  world = await startWorld();
  await world.live('2026-10-05');
  family = matched();
  await world.hear(...family.events);
});
afterAll(() => world.stop());

const record = (changes = {}) => as(triager, (actor) => world.recordBasis.run(actor, asserted(family, changes)));
const receipt = (id: string, actor = triager) => as(actor, (by) => world.receipts.run(by, id));

describe('the receipt of a basis', () => {
  it('tells in plain Danish what was agreed, until when, and that it can be taken back', async () => {
    const { id } = await record();
    expect((await receipt(id)).text.split('\n')).toEqual([
      'Kvittering for et ja (samtykke)',
      '',
      'Hvad handler det om? visitation må fortælle db-solsikken om: svar og udfald.',
      'Hvorfor? Det er til svar til afsender i Familiestue.',
      'Hvem handler det om? 3 personer i familien.',
      'En person har sagt ja mundtligt den 3. september 2026.',
      'En person har sagt ja mundtligt den 3. september 2026.',
      'Hvornår gælder det? Fra den 3. september 2026 og til dagen før den 3. september 2027.',
      'Kan man sige nej igen? Ja, når som helst. Når du har fået svar på det, ser ingen mere på grund af dit ja.',
      `Det er skrevet ned i visitation. Nummer: ${id}`,
    ]);
  });

  it('is a record after ISO/IEC TS 27560 in DPV, by ids and codes, without evidence', async () => {
    const { id } = await record();
    await as(triager, (actor) => world.withdrawBasis.run(actor, id, { givers: [family.maja] }));
    const { record: found, text } = await receipt(id);
    expect(found).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dpv:hasRecordOfActivity': {
        '@type': 'dpv:ConsentRecord',
        'dct:identifier': id,
        'dpv:hasStatus': { '@id': 'dpv:ConsentGiven' },
        'dpv:hasLegalBasis': { '@type': 'dpv:Consent' },
        'dpv:hasProcess': { 'dpv:hasRecipient': { '@id': 'helhed:unit:db-solsikken' } },
      },
    });
    const text27560 = JSON.stringify(found);
    expect(text27560).toContain('dpv:ConsentWithdrawn');
    expect(`${text27560} ${text}`).not.toContain('Journalnotat');
    expect(text).toContain('1 person har taget sit ja tilbage.');
    const isRecord = (of: object) => shape.ofConsent.safeParse(of).error?.issues ?? [];
    expect(isRecord(found)).toEqual([]);
    expect(isRecord({ ...found, evidence: 'Journalnotat' })).toHaveLength(1);
    expect(isRecord({ ...found, 'dct:created': undefined })).toHaveLength(1);
    const terms = found['@context'] as Record<string, unknown>;
    expect(droppedTerms(found, terms)).toEqual([]);
    expect(droppedTerms({ ...found, until: '2027-09-03', '@type': 'foaf:Person' }, terms)).toEqual([
      'foaf:Person',
      'until',
    ]);
  });

  it.each(Object.entries(otherKind))('of a basis of the kind %s cites its provision', async (_kind, changes) => {
    const somebody = personIn(nyborg, 'db-solsikken', 'social-worker');
    const { id } = await as(somebody, (actor) => world.recordBasis.run(actor, asserted(family, changes)));
    const { text, record: found } = await receipt(id);
    expect(shape.ofOther.safeParse(found).error?.issues).toBeUndefined();
    expect(droppedTerms(found, found['@context'] as Record<string, unknown>)).toEqual([]);
    expect(text).toContain(`Det står i: ${changes.paragraph}.`);
    expect(text).not.toContain('Kan man sige nej igen?');
  });

  it('is for who gave it and whom it is about, a child’s for who has custody today', async () => {
    const about = matched();
    await world.hear(...about.events);
    const { id } = await as(triager, (actor) =>
      world.recordBasis.run(actor, asserted(about, { persons: [about.alma], givenBy: [about.maja] })),
    );
    for (const person of [about.maja, about.jonas, about.alma])
      expect(await receipt(id, citizen(nyborg, person))).toMatchObject({ basisId: id });
    await expect(receipt(id, citizen(nyborg, family.maja))).rejects.toMatchObject({ kind: 'not-found' });
    await world.hear(ended(nyborg, about.custody[1]!, '2026-10-05'));
    await expect(receipt(id, citizen(nyborg, about.jonas))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a citizen’s own list', () => {
  const own = (person: string, of = person) =>
    as(citizen(nyborg, person), (actor) => world.bases.ofPerson(actor, of, { limit: 50 }));

  it('has the bases that the person gave or that are about the person or child, with their evidence for givers alone', async () => {
    const about = matched();
    await world.hear(...about.events);
    const { id } = await as(triager, (actor) =>
      world.recordBasis.run(actor, asserted(about, { persons: [about.alma], givenBy: [about.maja] })),
    );
    expect((await own(about.maja)).items.map((each) => [each.id, each.withheld])).toEqual([[id, []]]);
    expect((await own(about.jonas)).total).toBe(0);
    const [ofChild] = (await own(about.jonas, about.alma)).items;
    expect([ofChild?.id, ofChild?.withheld, ofChild?.givers[0]?.evidence]).toEqual([
      id,
      [{ category: 'basis-evidence', reason: 'not-for-you' }],
      undefined,
    ]);
    await expect(own(about.maja, about.jonas)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
