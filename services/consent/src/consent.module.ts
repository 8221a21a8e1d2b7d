import {
  ClaimCheck,
  EveryLookIsDecided,
  ServiceTokens,
  WhenBarringTold,
  WhenCaseTold,
  WhenCitizenLinked,
  WhenRelationTold,
} from '@helhed/access';
import { readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { AddConsent } from './bases/add-consent.js';
import { BasesController } from './bases/bases.controller.js';
import { ChangesController } from './bases/changes.controller.js';
import { EndBasis } from './bases/end-basis.js';
import { FindBases } from './bases/find-bases.js';
import { RecordBasis } from './bases/record-basis.js';
import { RenewBasis } from './bases/renew-basis.js';
import { WithdrawBasis } from './bases/withdraw-basis.js';
import { ownersConfig } from './config.js';
import { WhenCustodyChanged } from './custody/when-custody-changed.js';
import { DecisionsModule } from './decisions/decisions.module.js';
import { WhenLinkEnded } from './epoch/when-link-ended.js';
import { WhenRelationEnded } from './epoch/when-relation-ended.js';
import { WhenFamilyErased } from './families/when-family-erased.js';
import { WhenPersonsMatched } from './families/when-persons-matched.js';
import { LeasesModule } from './leases/leases.module.js';
import { LookUpsModule } from './look-ups/look-ups.module.js';
import { FindMe } from './me/find-me.js';
import { MeController } from './me/me.controller.js';
import { CoverTimer } from './cover/cover-timer.js';
import { TellDueCoverage } from './cover/tell-due-coverage.js';
import { ExchangeTimer } from './meetings/exchange-timer.js';
import { UseUpDueExchanges } from './meetings/use-up-due-exchanges.js';
import { WhenBookingHeld } from './meetings/when-booking-held.js';
import { WhenConversationHeld } from './meetings/when-conversation-held.js';
import { WhenConversationPlaced } from './meetings/when-conversation-placed.js';
import { WhenSessionHeld } from './meetings/when-session-held.js';
import { WhenSessionMadeUp } from './meetings/when-session-made-up.js';
import { FindOrientations } from './orientations/find-orientations.js';
import { OrientationsController } from './orientations/orientations.controller.js';
import { RecordOrientation } from './orientations/record-orientation.js';
import { FindOwnPersons } from './pages/my/find-own-persons.js';
import { PagesModule } from './pages/pages.module.js';
import { WhenProgrammePublished } from './programmes/when-programme-published.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ShowReceipt } from './receipts/show-receipt.js';
import { FindRenewalTasks } from './renewals/find-renewal-tasks.js';
import { RenewalsController } from './renewals/renewals.controller.js';
import { WhenFamilyPlanTold } from './snapshot/when-family-plan-told.js';
import { UnitsModule } from './units/units.module.js';

const claimCheck = {
  provide: ClaimCheck,
  inject: [ServiceTokens],
  useFactory: (tokens: ServiceTokens) =>
    new ClaimCheck('consent', { 'family-plan': readConfig(ownersConfig).FAMILY_PLAN_URL }, tokens),
};

const routes = [
  BasesController,
  ChangesController,
  ReceiptsController,
  RenewalsController,
  OrientationsController,
  MeController,
];
const reactions = [
  WhenFamilyErased,
  WhenPersonsMatched,
  WhenCaseTold,
  WhenCustodyChanged,
  WhenProgrammePublished,
  WhenBookingHeld,
  WhenConversationHeld,
  WhenConversationPlaced,
  WhenSessionHeld,
  WhenSessionMadeUp,
  WhenFamilyPlanTold,
  WhenRelationTold,
  WhenRelationEnded,
  WhenLinkEnded,
  WhenBarringTold,
  WhenCitizenLinked,
];
const commands = [
  RecordBasis,
  AddConsent,
  WithdrawBasis,
  RenewBasis,
  EndBasis,
  RecordOrientation,
  UseUpDueExchanges,
  ExchangeTimer,
  TellDueCoverage,
  CoverTimer,
];
const finders = [FindBases, ShowReceipt, FindRenewalTasks, FindOrientations, FindOwnPersons, FindMe];

@Module({
  imports: [LookUpsModule, LeasesModule, UnitsModule, DecisionsModule, PagesModule],
  controllers: [...routes, ...reactions],
  providers: [claimCheck, EveryLookIsDecided, ...commands, ...finders],
})
export class ConsentModule {}
