/**
 * What a consumer has to ask its sources for besides gaps: keys of an incarnation that has ended, and keys of which it
 * stepped over events of a type that only a later release knows.
 */
export const catchUpColumns = `
  ALTER TABLE helhed.inbox ADD COLUMN missed text[] NOT NULL DEFAULT '{}';
  CREATE INDEX inbox_incarnation ON helhed.inbox (source, incarnation);
  CREATE INDEX inbox_missed ON helhed.inbox (source) WHERE missed <> '{}';
`;
