import { refusals as applications } from "~/features/applications/refusals.zh";
import { refusals as audit } from "~/features/audit/refusals.zh";
import { refusals as calendar } from "~/features/calendar/refusals.zh";
import { refusals as deliveries } from "~/features/deliveries/refusals.zh";
import { refusals as documents } from "~/features/documents/refusals.zh";
import { refusals as enterprises } from "~/features/enterprises/refusals.zh";
import { refusals as funds } from "~/features/funds/refusals.zh";
import { refusals as identity } from "~/features/identity/refusals.zh";
import { refusals as monitoring } from "~/features/monitoring/refusals.zh";
import { refusals as policies } from "~/features/policies/refusals.zh";
import { refusals as redemption } from "~/features/redemption/refusals.zh";
import { refusals as troubles } from "~/features/work/refusals.zh";
import { refusals as validity } from "~/features/validity/refusals.zh";
import { refusals as workbench } from "~/features/workbench/refusals.zh";
import { refusals as ground } from "~/i18n/refusals.zh";

/** The words of every refusal, by context. */
export const refusals = {
  ...ground,
  applications,
  audit,
  calendar,
  deliveries,
  documents,
  enterprises,
  funds,
  identity,
  monitoring,
  policies,
  redemption,
  troubles,
  validity,
  workbench,
};
