export { AccessModule, municipalitiesIn, type AccessOptions } from './access.module.js';
export { outsideMunicipalities, type Actor, type ActorKind, type FunctionInUnit } from './actor/actor.js';
export type { FindLinked } from './actor/citizens.js';
export type { FindRetired } from './actor/retired-units.js';
export { functionText, isCaseFunction, parseFunction, parseFunctions } from './actor/functions.js';
export { notAllowed } from './actor/reach.js';
export { forgetChanges, keptSince } from './changes/forget-changes.js';
export { noteChange, type UnitChange } from './changes/note-change.js';
export { lockFeed, numberChanges } from './changes/number-changes.js';
export { unitChangeTable } from './changes/unit-change-table.js';
export { ClaimCheck, ClaimRefused } from './claims/claim-check.js';
export { caseRelations, ofCase } from './facts/case-in-sql.js';
export { caseTables } from './facts/case-tables.js';
export { citizenLinkTable } from './facts/citizen-link-table.js';
export { CitizenLink } from './facts/citizen-link.js';
export { retiredUnitsIn } from './facts/retired-units-in.js';
export { linkedPersonIn } from './facts/linked-person.js';
export { WhenCitizenLinked } from './facts/when-citizen-linked.js';
export { WhenLinkTaken } from './facts/when-link-taken.js';
export { Decision, type DecidedSection, type Withheld } from './decision/decision.js';
export { withheld } from './decision/withheld.js';
export type { AccessFacts } from './decision/access-facts.js';
export { heldRelations } from './decision/held-relations.js';
export { decide } from './decision/decide.js';
export type { Asked, Question, StandingBasis, Subject } from './decision/question.js';
export { reasonTexts } from './decision/reason-texts.js';
export type { WithheldReason } from './decision/reasons.js';
export { requireRelation } from './decision/refuse.js';
export { AccessQuery } from './decision/sql/access-query.js';
export { isFollowedUp } from './decision/sql/followed-up.js';
export {
  everyUnit,
  type Me,
  type OwnInSql,
  type SectionInSql,
  type SectionsInSql,
  type ThingInSql,
} from './decision/sql/thing-in-sql.js';
export { standingBasesOf } from './decision/standing-bases-of.js';
export { traitsOf, type Relation } from './decision/relations.js';
export { categoryOf, type SectionName } from './decision/sections.js';
export { basisReplicaTable } from './facts/basis-replica-table.js';
export { custodyTable } from './facts/custody-table.js';
export { erasedFamilyTable, keepErased, keepThereAgain, whileThere } from './facts/erased-family.js';
export { factsTables } from './facts/facts-tables.js';
export { institutionColumns } from './facts/institution-columns.js';
export { unitFunctionTable } from './facts/unit-function-table.js';
export * from './facts/keep-barring.js';
export * from './facts/keep-basis.js';
export * from './facts/keep-case.js';
export * from './facts/keep-custody.js';
export * from './facts/keep-relation.js';
export * from './facts/keep-unit.js';
export { WhenBarringTold } from './facts/when-barring-told.js';
export { WhenCaseTold } from './facts/when-case-told.js';
export { WhenCustodyTold } from './facts/when-custody-told.js';
export { WhenBasisTold } from './facts/when-basis-told.js';
export { WhenRelationTold } from './facts/when-relation-told.js';
export { WhenUnitTold } from './facts/when-unit-told.js';
export { askedPerson, asksOfItself, personThing } from './holdings/asked-person.js';
export { FindHoldings, readHoldings, type Holding } from './holdings/find-holdings.js';
export { FindReaders, readReaders, type Reader } from './readers/find-readers.js';
export type { Readers, ReadingLook } from './readers/readers.js';
export { held, type HeldOf, type HoldingSource, type Holdings } from './holdings/holdings.js';
export { Answer, answerTo, followAnswer } from './lease/answer.js';
export { consentUnavailable } from './lease/consent-unavailable.js';
export { byLease, noGround, theRegister, type Ground, type Grounds } from './lease/ground.js';
export { LeaseClient, type TakesLeases } from './lease/lease-client.js';
export { Leases } from './lease/leases.js';
export { countedMs, leaseMs } from './lease/lease-length.js';
export { appliedEpoch } from './facts/raise-epoch.js';
export { raiseParked } from './facts/raise-parked.js';
export type { Act } from './looks/act.js';
export type { By, Listed, Listing } from './looks/listing.js';
export type { Look } from './looks/look.js';
export { Looks } from './looks/looks.js';
export { standingBasesIn, type StandingBases } from './looks/standing-bases-in-force.js';
export { accessProblems } from './problems.js';
export { EveryLookIsDecided, faultsOf } from './routes/check-routes.js';
export { asLinkHolder, CurrentActor } from './routes/current-actor.js';
export {
  Access,
  Public,
  SecretLink,
  type AccessDeclaration,
  type Allowed,
  type RouteAccess,
} from './routes/declarations.js';
export { frame, type Frame } from './routes/frame.js';
export { permit } from './routes/permit.js';
export {
  ForBrowsers,
  PageSessions,
  requireOwnForm,
  sessionOf,
  type PageRequest,
  type PageSession,
} from './routes/pages.js';
export { listAccess } from './routes/routes.js';
export { AllowedIssuers, type AllowedIssuer, type MunicipalityList } from './tokens/allowed-issuers.js';
export { realmOf, realmUrl } from './tokens/realm-url.js';
export { ServiceTokens, type ServiceClientOptions } from './tokens/service-tokens.js';
export { keycloakUnavailable, TokenRefused, type Refusal } from './tokens/token-refused.js';
export { TokenVerifier } from './tokens/token-verifier.js';
export { deliverAs, type Deliver, type LookUpBatch } from './look-ups/look-up-batch.js';
export { LookUpShipping } from './look-ups/look-up-shipping.js';
