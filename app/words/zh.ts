import { applications } from "~/features/applications/applications.zh";
import { audit } from "~/features/audit/audit.zh";
import { calendar } from "~/features/calendar/calendar.zh";
import { deliveries } from "~/features/deliveries/deliveries.zh";
import { documents } from "~/features/documents/documents.zh";
import { enterprises } from "~/features/enterprises/enterprises.zh";
import { funds } from "~/features/funds/funds.zh";
import { identity } from "~/features/identity/identity.zh";
import { advice } from "~/features/matching/advice.zh";
import { matching } from "~/features/matching/matching.zh";
import { monitoring } from "~/features/monitoring/monitoring.zh";
import { policies } from "~/features/policies/policies.zh";
import { redemption } from "~/features/redemption/redemption.zh";
import { troubles } from "~/features/work/troubles.zh";
import { work } from "~/features/work/work.zh";
import { validity } from "~/features/validity/validity.zh";
import { workbench } from "~/features/workbench/workbench.zh";
import { common } from "~/i18n/common.zh";
import { notices } from "./notices.zh";
import { refusals } from "./refusals.zh";

type Gathered = typeof words;

export const words = {
  common,
  refusals,
  audit,
  identity,
  enterprises,
  policies,
  matching,
  advice,
  calendar,
  deliveries,
  documents,
  applications,
  redemption,
  funds,
  notices,
  monitoring,
  troubles,
  work,
  validity,
  workbench,
};

declare module "~/i18n/keys" {
  interface Words extends Gathered {}
}
