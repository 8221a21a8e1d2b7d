import { programme } from '../oracle/example-world.js';
import type { Basis } from '../oracle/world.js';
import type { Person } from './cast.js';
import type { Made } from './make-family.js';
import type { Maker } from './maker.js';
import { madeOn } from './scenarios.js';

interface Plan {
  readonly recorder: Person;
  readonly layer: Basis['layer'];
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly fromUnit: string;
  readonly toUnit: string;
  /** Which kind it is where the scenario says another than consent; a single exchange is a disclosure. */
  readonly varies: boolean;
  /** About whom, and by whom, whatever the scenario says. */
  readonly of?: string;
}

const triageUnits = { vibeke: 'visitation', viggo: 'visitation-syd' } as const;

/** B1 to the sender, B2 to the school, the consent to a calendar feed, and what is let known of child and family. */
function plansOf({ scenario, referral }: Made, groupUnit: string | undefined): Plan[] {
  const fromUnit = triageUnits[scenario.triager ?? 'vibeke'];
  const given: Plan[] = [
    {
      recorder: 'pia',
      layer: 'disclosure',
      purpose: 'outcome-to-sender',
      categories: ['referral-outcome'],
      fromUnit,
      toUnit: referral.referringUnit,
      varies: true,
    },
    {
      // the school is a partner only where there are rows
      recorder: scenario.rows === 'none' || scenario.attends === 'never' ? 'pia' : 'trine',
      layer: 'disclosure',
      purpose: 'cooperation',
      categories: ['family-structure', 'identity'],
      fromUnit,
      toUnit: 'skole-nord',
      varies: true,
    },
  ];
  const feed: Plan[] = groupUnit
    ? [
        {
          recorder: 'vibeke',
          layer: 'processing',
          purpose: 'calendar-feed',
          categories: ['appointments'],
          fromUnit: groupUnit,
          toUnit: groupUnit,
          varies:
            scenario.bases === 'given' || (typeof scenario.bases === 'object' && scenario.bases.kind === undefined),
        },
      ]
    : [];
  const child: Plan[] =
    groupUnit && scenario.rows !== 'none'
      ? [
          {
            recorder: 'vibeke',
            layer: 'disclosure',
            purpose: 'course',
            categories: ['child-view'],
            fromUnit: 'familieafdelingen',
            toUnit: groupUnit,
            varies: true,
          },
        ]
      : [];
  // its team is let know whether it comes
  const attendance: Plan[] = child.map((plan) => ({
    ...plan,
    purpose: 'coordination',
    categories: ['attendance'],
    fromUnit: plan.toUnit,
    toUnit: 'db-regnbuen',
  }));
  const team: Plan[] = scenario.team
    ? [
        {
          recorder: 'hanne',
          layer: 'disclosure',
          purpose: 'coordination',
          categories: scenario.team,
          fromUnit,
          toUnit: 'db-regnbuen',
          varies: false,
        },
      ]
    : [];
  // MIM is noted on a consent of its own
  const observation: Plan[] =
    scenario.rows === 'none'
      ? []
      : [
          {
            recorder: 'petra',
            layer: 'processing',
            purpose: 'observation',
            categories: ['observation'],
            fromUnit: 'visitation',
            toUnit: 'visitation',
            varies: false,
          },
        ];
  const video: Plan[] = groupUnit
    ? [
        {
          recorder: 'vibeke',
          layer: 'processing',
          purpose: 'video',
          categories: ['video'],
          fromUnit: groupUnit,
          toUnit: groupUnit,
          varies: false,
        },
      ]
    : [];
  const alone: Plan[] = scenario.alone
    ? [
        {
          recorder: 'vibeke',
          layer: 'disclosure',
          purpose: 'cooperation',
          categories: ['identity'],
          fromUnit,
          toUnit: 'visitation-syd',
          varies: false,
          of: scenario.alone,
        },
      ]
    : [];
  return [...given, ...feed, ...child, ...attendance, ...observation, ...video, ...team, ...alone];
}

/** The session that every single exchange names; it will be held for these families. */
interface Meeting {
  readonly id: string;
  readonly families: readonly string[];
}

/** Records what the scenario says, and does afterwards what it says of them. */
export async function giveBases(
  maker: Maker,
  made: Made,
  groupUnit: string | undefined,
  meeting: Meeting,
): Promise<void> {
  const { bases } = made.scenario;
  if (bases === 'none') return;
  const wish = bases === 'given' ? {} : bases;
  for (const plan of plansOf(made, groupUnit)) {
    const { recorder, varies, of, ...what } = plan;
    const kind = varies ? (wish.kind ?? 'consent') : 'consent';
    // a pedagogue and a teacher assert no statute
    const by: Person = kind === 'statute' || recorder === 'vibeke' ? (made.scenario.triager ?? 'vibeke') : recorder;
    const people = (refs: readonly string[]) => refs.map((ref) => made.persons[ref] ?? '');
    const persons = people(of ? [of] : (wish.persons ?? ['mor', 'far', 'barn']));
    const givers = people(of ? [of] : (wish.givers ?? ['mor', 'far']));
    const validFrom = wish.validFrom ?? madeOn;
    const wishedTo = wish.validTo ?? '2027-10-01';
    // an exchange is for one meeting, which is soon
    const validTo = kind === 'single-exchange' && wishedTo > '2027-03-01' ? '2027-03-01' : wishedTo;
    const rest =
      kind === 'consent'
        ? { givenBy: givers, how: 'paper', givenOn: madeOn, evidence: 'Samtykkeerklæring i sagen' }
        : { paragraph: 'Serviceloven § 49 a', ...(kind === 'single-exchange' && { meeting: meeting.id }) };
    const body = { programme, familyId: made.family.id, kind, ...what, persons, validFrom, validTo, ...rest };
    const { id } = await maker.post<{ id: string }>(by, '/consent/v1/bases', body, {
      late: /family-unknown|programme-unknown/,
    });
    const [recordedIn = ''] = maker.cast.as(by).asker.pairs?.[0]?.split(':') ?? [];
    made.bases.push({
      id,
      family: made.family.id,
      programme,
      kind,
      ...what,
      persons,
      validFrom,
      validTo,
      givers: kind === 'consent' ? givers.map((person) => ({ person })) : [],
      recordedIn,
      ...(await afterwards(maker, made, { id, by, kind, givers, became: wish.became, meeting })),
    });
  }
}

type Became = NonNullable<Exclude<Made['scenario']['bases'], string>['became']>;

interface Recorded {
  readonly id: string;
  readonly by: Person;
  readonly kind: Basis['kind'];
  readonly givers: readonly string[];
  readonly became: Became | undefined;
  readonly meeting: Meeting;
}

async function afterwards(
  maker: Maker,
  made: Made,
  { id, by, kind, givers, became, meeting }: Recorded,
): Promise<Partial<Basis>> {
  const path = `/consent/v1/bases/${id}`;
  if (became === 'ended' && kind !== 'consent') {
    await maker.post(by, `${path}:end`, undefined, { ifMatch: 1 });
    return { ended: true };
  }
  // each names the session that is held in the end
  if (kind === 'single-exchange') return { usedUp: meeting.families.includes(made.family.id) };
  if (typeof became === 'object') {
    const taker = made.persons[became.takenBack] ?? '';
    await maker.post(by, `${path}:withdraw`, { givers: [taker] });
    return { givers: givers.map((person) => ({ person, back: person === taker })) };
  }
  return {};
}
