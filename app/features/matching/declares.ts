import type { MatchCause } from "~/features/policies/domain/match-cause";

declare module "~/platform/outbox.server" {
  interface Topics {
    "rematch-enterprise": { enterpriseId: string; reason: MatchCause };
    "rematch-items": { itemIds: readonly string[]; reason: MatchCause };
  }
}

declare module "~/access/permissions" {
  interface Permissions {
    "read:match:own": true;
  }
}
