import type { AppContext } from "~/platform/context.server";
import type { Issuing } from "./issue-document.server";
import { publicAddress } from "~/platform/public-address.server";

/** What issuing takes from the process. Without a public address, codes lead to this machine. */
export function issuing({ env, storage, press }: Pick<AppContext, "env" | "storage" | "press">): Issuing {
  return { storage, press, publicUrl: publicAddress(env), isDemo: env.DEMO };
}
