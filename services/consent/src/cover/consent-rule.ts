import type { ConsentRule, ProgrammeDefinition, PurposeCode, PurposeRules } from '@helhed/contracts';

/** What a version of a programme's definition says of purposes. */
export interface PurposesOfVersion {
  readonly version: number;
  readonly validFrom: string;
  readonly purposes?: ProgrammeDefinition['purposes'];
}

/** The version in force on a day: the highest that is valid by then (A-CFG-01). */
export const versionOn = <V extends PurposesOfVersion>(versions: readonly V[], day: string): V | undefined =>
  versions
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<V | undefined>((highest, each) => (highest && highest.version > each.version ? highest : each), undefined);

/** What the version in force says of one purpose. */
const purposeOn = (versions: readonly PurposesOfVersion[], purpose: string, day: string): PurposeRules | undefined =>
  versionOn(versions, day)?.purposes?.[purpose as PurposeCode];

/** The rule in force: the last that is valid by the day; none where the purpose is not configured (A-CFG-02). */
export const ruleOn = (versions: readonly PurposesOfVersion[], purpose: string, day: string): ConsentRule | undefined =>
  purposeOn(versions, purpose, day)?.rules?.findLast(({ validFrom }) => validFrom <= day);

/** The days on which the rule of a purpose may change. */
export const ruleDays = (versions: readonly PurposesOfVersion[], purpose: string): string[] =>
  versions.flatMap(({ validFrom, purposes }) => [
    validFrom,
    ...(purposes?.[purpose as PurposeCode]?.rules ?? []).map((rule) => rule.validFrom),
  ]);

/** Every age of an own voice that some version names. */
export const ownVoiceAges = (versions: readonly PurposesOfVersion[]): number[] =>
  versions.flatMap(({ purposes }) =>
    Object.values(purposes ?? {}).flatMap(({ rules = [] }) => rules.flatMap(({ ownVoice }) => ownVoice?.age ?? [])),
  );
