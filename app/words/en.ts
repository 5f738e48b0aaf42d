import { applications } from "~/features/applications/applications.en";
import { audit } from "~/features/audit/audit.en";
import { calendar } from "~/features/calendar/calendar.en";
import { deliveries } from "~/features/deliveries/deliveries.en";
import { documents } from "~/features/documents/documents.en";
import { enterprises } from "~/features/enterprises/enterprises.en";
import { funds } from "~/features/funds/funds.en";
import { identity } from "~/features/identity/identity.en";
import { advice } from "~/features/matching/advice.en";
import { matching } from "~/features/matching/matching.en";
import { monitoring } from "~/features/monitoring/monitoring.en";
import { policies } from "~/features/policies/policies.en";
import { redemption } from "~/features/redemption/redemption.en";
import { troubles } from "~/features/work/troubles.en";
import { work } from "~/features/work/work.en";
import { validity } from "~/features/validity/validity.en";
import { workbench } from "~/features/workbench/workbench.en";
import { common } from "~/i18n/common.en";
import { notices } from "./notices.en";
import { refusals } from "./refusals.en";

import type { words as zh } from "./zh";
import type { Translation } from "~/i18n/translation";

export const words: Translation<typeof zh> = {
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
