import { refusals as applications } from "~/features/applications/refusals.en";
import { refusals as audit } from "~/features/audit/refusals.en";
import { refusals as calendar } from "~/features/calendar/refusals.en";
import { refusals as deliveries } from "~/features/deliveries/refusals.en";
import { refusals as documents } from "~/features/documents/refusals.en";
import { refusals as enterprises } from "~/features/enterprises/refusals.en";
import { refusals as funds } from "~/features/funds/refusals.en";
import { refusals as identity } from "~/features/identity/refusals.en";
import { refusals as monitoring } from "~/features/monitoring/refusals.en";
import { refusals as policies } from "~/features/policies/refusals.en";
import { refusals as redemption } from "~/features/redemption/refusals.en";
import { refusals as troubles } from "~/features/work/refusals.en";
import { refusals as validity } from "~/features/validity/refusals.en";
import { refusals as workbench } from "~/features/workbench/refusals.en";
import { refusals as ground } from "~/i18n/refusals.en";

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
