import { notices as applications } from "~/features/applications/notices.en";
import { notices as calendar } from "~/features/calendar/notices.en";
import { notices as deliveries } from "~/features/deliveries/notices.en";
import { notices as funds } from "~/features/funds/notices.en";
import { notices as identity } from "~/features/identity/notices.en";
import { notices as matching } from "~/features/matching/notices.en";
import { notices as page } from "~/features/notices/notices.en";
import { notices as redemption } from "~/features/redemption/notices.en";
import { notices as treasury } from "~/features/treasury/notices.en";
import { notices as validity } from "~/features/validity/notices.en";
import { notices as work } from "~/features/work/notices.en";

/** The words of every notice, and of the page and the mails that bring them. */
export const notices = {
  ...page,
  ...applications,
  ...calendar,
  ...deliveries,
  ...funds,
  ...identity,
  ...matching,
  ...redemption,
  ...treasury,
  ...validity,
  ...work,
};
