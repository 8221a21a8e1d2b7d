import type { Act } from './families/reach-family.js';

/** What the routes of this service do, and the relations by which each reaches its family: docs/access.md 4.4 and 4.7. */
const act = (name: string, ...relations: Act['relations']): Act => ({
  act: name,
  mode: 'write',
  relations,
  sections: [],
});
const look = (name: string, ...relations: Act['relations']): Act => ({ ...act(name, ...relations), mode: 'read' });

const custody = ['triage', 'coordinator', 'team'] as const;
const ties = ['triage', 'lead', 'coordinator'] as const;
const second = { inSpiteOfColleagues: true } as const;

export const acts = {
  recordCustody: act('custody.record', ...custody),
  endCustody: act('custody.end', ...custody),
  setRelation: act('relation.set', ...ties),
  endRelation: act('relation.end', ...ties),
  listRelations: look('relation.list', 'triage', 'group', 'coordinator', 'team', 'contact', 'partner', 'lead'),
  giveClearance: { ...act('clearance.give', 'lead'), ...second },
  endClearance: { ...act('clearance.end', 'lead'), ...second },
  issueLinkCode: act('link-code.issue', 'triage', 'group', 'coordinator', 'team', 'contact'),
} as const;
