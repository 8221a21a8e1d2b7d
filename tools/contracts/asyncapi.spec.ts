import { Parser } from '@asyncapi/parser';
import { planted } from '../planted.ts';
import { asyncApi } from './asyncapi.ts';
import { reactionsIn } from './consumers.ts';
import { consumersOf } from './event-documents.ts';
import { envelope, events } from './events.ts';

const consumers = new Map([['dk.helhed.referral.received.v1', ['family-plan', 'reporting']]]);
const document = asyncApi({ version: '1.2.3', events, envelope, consumers });
const errorsIn = async (text: object): Promise<string[]> => {
  const found = await new Parser().validate(JSON.stringify(text));
  return found.filter(({ severity }) => [0].includes(severity)).map(({ message }) => message);
};

describe('the AsyncAPI document', () => {
  it('is AsyncAPI 3, says the parser of its makers', async () => {
    expect(await errorsIn(document)).toEqual([]);
    expect(
      await errorsIn({ ...document, channels: { broken: { messages: { m: { $ref: '#/nowhere' } } } } }),
    ).not.toEqual([]);
  });

  it('says of each event who owns it, its version and who receives it', () => {
    expect(document).toMatchObject({
      channels: { 'referral.received': { address: 'helhed.{municipality}.referral.received.{familyId}' } },
      operations: {
        'referral.sends.received': { action: 'send', 'x-service': 'referral' },
        'reporting.receives.referral.received': { action: 'receive', 'x-service': 'reporting' },
      },
      components: {
        messages: {
          'referral.received.v1': {
            'x-owner': 'referral',
            'x-version': 1,
            'x-consumers': ['family-plan', 'reporting'],
          },
        },
      },
    });
  });

  it('has every event of libs/contracts', () => {
    const { messages } = (document as { components: { messages: object } }).components;
    expect(Object.keys(messages)).toHaveLength(events.length);
  });
});

describe('who reacts is read from the code', () => {
  const reactions = (text: string, path = 'services/reporting/src/facts/when-received.ts') =>
    planted({ [path]: text }, reactionsIn).map(({ service, contract, where }) => `${service} ${contract} ${where}`);
  const reaction = (on: string, of: string): string => `class A {\n  @${on}(${of})\n  async a(): Promise<void> {}\n}\n`;

  it('from @On', () => {
    const text = `import { On } from '@helhed/messaging';\nimport { ReferralReceived } from '@helhed/contracts';\n${reaction('On', 'ReferralReceived')}`;
    expect(reactions(text)).toEqual(['reporting ReferralReceived services/reporting/src/facts/when-received.ts:4']);
    expect(reactions(text, 'services/reporting/src/a.spec.ts')).toEqual([]);
  });

  it('under another name', () => {
    const text = `import { On as Reacts } from '@helhed/messaging';\nimport { ReferralReceived as R } from '@helhed/contracts';\n${reaction('Reacts', 'R')}`;
    expect(reactions(text)[0]).toMatch(/^reporting ReferralReceived /);
  });

  it('of several at once', () => {
    const text = `import { On } from '@helhed/messaging';\nimport { allEvents, A, B } from '@helhed/contracts';\n${reaction('On', '[A, B]')}`;
    expect(reactions(text).map((each) => each.split(' ')[1])).toEqual(['A', 'B']);
  });

  it('in a class of a library, for the services that take it in', () => {
    const found = planted(
      {
        'libs/access/src/when-basis.ts': `import { On } from '@helhed/messaging';\nexport ${reaction('On', 'BasisRecorded')}`,
        'services/consent/src/consent.module.ts': `import { B } from '@helhed/access';\n`,
        'services/referral/src/referral.module.ts': `import { A } from '@helhed/access';\n`,
      },
      reactionsIn,
    );
    expect(found).toEqual([
      { service: 'referral', contract: 'BasisRecorded', where: 'libs/access/src/when-basis.ts:3' },
    ]);
  });

  it('and not from a decorator of that name from elsewhere', () => {
    expect(reactions(reaction('On', 'ReferralReceived'))).toEqual([]);
  });

  it('of a list of them', () => {
    const { consumers: found } = consumersOf([{ service: 'reporting', contract: 'allEvents', where: 'a.ts:1' }]);
    expect(found.size).toBe(events.length);
  });

  it('refusing what is no event', () => {
    const { consumers: found, unknown } = consumersOf([
      { service: 'reporting', contract: 'ReferralReceived', where: 'a.ts:1' },
      { service: 'reporting', contract: 'Nonsense', where: 'b.ts:2' },
    ]);
    expect(found).toEqual(new Map([['dk.helhed.referral.received.v1', ['reporting']]]));
    expect(unknown).toEqual([{ where: 'b.ts:2', message: '@On(Nonsense) names no event of libs/contracts.' }]);
  });
});
