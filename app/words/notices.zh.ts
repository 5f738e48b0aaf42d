import { notices as applications } from "~/features/applications/notices.zh";
import { notices as calendar } from "~/features/calendar/notices.zh";
import { notices as deliveries } from "~/features/deliveries/notices.zh";
import { notices as funds } from "~/features/funds/notices.zh";
import { notices as identity } from "~/features/identity/notices.zh";
import { notices as matching } from "~/features/matching/notices.zh";
import { notices as page } from "~/features/notices/notices.zh";
import { notices as redemption } from "~/features/redemption/notices.zh";
import { notices as treasury } from "~/features/treasury/notices.zh";
import { notices as validity } from "~/features/validity/notices.zh";
import { notices as work } from "~/features/work/notices.zh";

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
