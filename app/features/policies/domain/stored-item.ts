import { storedAs } from "~/kernel/stored";
import type { PolicyItem } from "./policy-item";
import type { RedemptionConfig } from "./redemption-config";

/** The item a published version or a draft holds. @throws Error where something else is stored */
export const readItem = storedAs<PolicyItem>("policy item", "id", "conditions");

/** How the item of a published version is redeemed. @throws Error where something else is stored */
export const readConfig = storedAs<RedemptionConfig>("redemption", "workflow");
