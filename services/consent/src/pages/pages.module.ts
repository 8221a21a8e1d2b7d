import { contexts } from '@helhed/contracts';
import { readConfig } from '@helhed/web';
import { Module } from '@nestjs/common';
import { FindBases } from '../bases/find-bases.js';
import { WithdrawBasis } from '../bases/withdraw-basis.js';
import { addressesConfig } from '../config.js';
import { EvaluateAccess } from '../decisions/evaluate-access.js';
import { LeasesModule } from '../leases/leases.module.js';
import { LookUpsModule } from '../look-ups/look-ups.module.js';
import { FindOrientations } from '../orientations/find-orientations.js';
import { ShowReceipt } from '../receipts/show-receipt.js';
import { UnitNames } from '../units/unit-names.js';
import { AssetsController } from './assets/assets.controller.js';
import { AskFamilyPlan, AskScheduling } from './attendance/ask-attendance.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AskReporting } from './figures/ask-reporting.js';
import { FiguresController } from './figures/figures.controller.js';
import { ReleasesController } from './figures/releases.controller.js';
import { AskDeliveries } from './my/ask-deliveries.js';
import { AskHoldings } from './my/ask-holdings.js';
import { AskReaders } from './my/ask-readers.js';
import { AskServices } from './my/ask-services.js';
import { FindOwnPersons } from './my/find-own-persons.js';
import { FindGrounds } from './my/find-grounds.js';
import { MyBasesController } from './my/my-bases.controller.js';
import { MyController } from './my/my.controller.js';
import { PreviewWithdrawal } from './my/preview-withdrawal.js';
import { DecisionController } from './decision/decision.controller.js';
import { ReasonsController } from './reasons/reasons.controller.js';
import { SamplesController } from './samples/samples.controller.js';

const askServices = {
  provide: AskServices,
  useFactory: () => {
    const settings = readConfig(addressesConfig);
    const address = (name: string) =>
      settings[`${name.replaceAll('-', '_').toUpperCase()}_URL` as keyof typeof settings];
    return new AskServices(Object.fromEntries(contexts.map((service) => [service, address(service)])));
  },
};

const askDeliveries = {
  provide: AskDeliveries,
  useFactory: () => new AskDeliveries(readConfig(addressesConfig).SCHEDULING_URL),
};

const askReporting = {
  provide: AskReporting,
  useFactory: () => new AskReporting(readConfig(addressesConfig).REPORTING_URL),
};

const askScheduling = {
  provide: AskScheduling,
  useFactory: () => new AskScheduling(readConfig(addressesConfig).SCHEDULING_URL),
};

const askFamilyPlan = {
  provide: AskFamilyPlan,
  useFactory: () => new AskFamilyPlan(readConfig(addressesConfig).FAMILY_PLAN_URL),
};

/** The pages for families, for those who run groups and for those who oversee: each shows what a route of the API answers, decided the same. */
@Module({
  imports: [LeasesModule, LookUpsModule],
  controllers: [
    AssetsController,
    ReasonsController,
    MyController,
    MyBasesController,
    SamplesController,
    DecisionController,
    FiguresController,
    ReleasesController,
    AttendanceController,
  ],
  providers: [
    askServices,
    AskHoldings,
    AskReaders,
    askDeliveries,
    askReporting,
    askScheduling,
    askFamilyPlan,
    FindOwnPersons,
    FindGrounds,
    PreviewWithdrawal,
    FindBases,
    FindOrientations,
    ShowReceipt,
    WithdrawBasis,
    EvaluateAccess,
    UnitNames,
  ],
})
export class PagesModule {}
