export { AccessModule, municipalitiesIn, type AccessOptions } from './access.module.js';
export { outsideMunicipalities, type Actor, type ActorKind, type FunctionInUnit } from './actor/actor.js';
export type { FindLinked } from './actor/citizens.js';
export { functionText, isCaseFunction, parseFunction, parseFunctions } from './actor/functions.js';
export { notAllowed } from './actor/reach.js';
export { ClaimCheck } from './claims/claim-check.js';
export { basisReplicaTable } from './bases/basis-replica-table.js';
export { BasisReplica } from './bases/basis-replica.js';
export { findBases } from './bases/find-bases.js';
export { WhenBasisRecorded } from './bases/when-basis-recorded.js';
export { WhenBasisWithdrawn } from './bases/when-basis-withdrawn.js';
export { citizenLinkTable } from './facts/citizen-link-table.js';
export { CitizenLink } from './facts/citizen-link.js';
export { linkedPersonIn } from './facts/linked-person.js';
export { WhenCitizenLinked } from './facts/when-citizen-linked.js';
export { accessProblems } from './problems.js';
export { faultsOf } from './routes/check-routes.js';
export { asLinkHolder, CurrentActor } from './routes/current-actor.js';
export {
  Access,
  Public,
  SecretLink,
  type AccessDeclaration,
  type Allowed,
  type RouteAccess,
} from './routes/declarations.js';
export { listAccess } from './routes/routes.js';
export { AllowedIssuers, type AllowedIssuer, type MunicipalityList } from './tokens/allowed-issuers.js';
export { ServiceTokens, type ServiceClientOptions } from './tokens/service-tokens.js';
export { TokenRefused, type Refusal } from './tokens/token-refused.js';
export { TokenVerifier } from './tokens/token-verifier.js';
