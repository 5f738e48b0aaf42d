import type { DocumentOrder } from "~/features/documents/domain/document-order";
import type { Permission } from "~/features/identity/domain/permissions";
import type { NoticeKind } from "~/features/notices/domain/notice-kinds";
import type { Prisma } from "~/generated/prisma/client";
import type { Bilingual } from "~/kernel/bilingual";
import { atEnd } from "./at-end.server";
import type { Deps } from "./context.server";
import { insertion } from "./write-rows.server";

/** Topics and what they carry; every handler must bear being called twice. */
export type OutboxMessage =
  | { topic: "notice"; payload: NoticeOrder }
  | { topic: "mail"; payload: { noticeId: string } }
  | { topic: "password-link"; payload: { userId: string } }
  | { topic: "mail-address"; payload: AddressMail }
  | { topic: "objection-link"; payload: { requestId: string } }
  | { topic: "serve-waiting"; payload: { envelopeIds: readonly string[] } }
  | { topic: "document"; payload: DocumentOrder }
  | { topic: "rematch-enterprise"; payload: { enterpriseId: string; reason: MatchCause } }
  | { topic: "rematch-items"; payload: { itemIds: readonly string[]; reason: MatchCause } };

/** Those people of an office, or of the whole platform where none is named, who may do what `needs` says. */
export type OfficeOrder = { office: { departmentId: string; regionCode: string } | null; needs: Permission };

/** The people of a firm, or those of them who may do what `needs` says. */
export type FirmOrder = { enterpriseId: string; needs?: Permission };

/** Whom to tell what. Exactly one kind of recipient is given. */
export type NoticeOrder = {
  to: { userId: string } | FirmOrder | OfficeOrder;
  /** names the words in namespace `notices` */
  kind: NoticeKind;
  params: Record<string, string | number | null | { words: string } | Bilingual>;
  href: string;
  /** the same key tells a person only once */
  dedupKey: string;
};

/** A notice to somebody who has no account; `id` names the mail, `name` whom it greets. */
export type AddressMail = Pick<NoticeOrder, "kind" | "params" | "href"> & { id: string; to: string; name: string };

/** Why a match was looked at again. */
export type MatchCause = { kind: "profile" | "publication" | "nightly" | "registration"; ref: string | null };

/** Puts a message beside the change it tells of, in the same transaction. */
export async function enqueue(
  deps: Pick<Deps, "tx" | "clock">,
  message: OutboxMessage,
  availableAt?: Date,
): Promise<void> {
  await enqueueAll(deps, [message], availableAt);
}

/** Puts many messages at once. */
export async function enqueueAll(
  deps: Pick<Deps, "tx" | "clock">,
  messages: readonly OutboxMessage[],
  availableAt?: Date,
): Promise<void> {
  const now = deps.clock.now();
  const rows = messages.map(({ topic, payload }) => ({
    topic,
    payload: payload as unknown as Prisma.InputJsonValue,
    createdAt: now,
    availableAt: availableAt ?? now,
  }));
  await atEnd(deps.tx, "outbox", { order: "", row: rows }, (waiting) =>
    insertion(
      "Outbox",
      waiting.flatMap(({ row }) => row),
    ),
  );
}

/** Lets a message that failed for good be tried anew, with all its tries. */
export async function retryMessage({ tx, clock }: Pick<Deps, "tx" | "clock">, id: bigint): Promise<void> {
  await tx.outbox.updateMany({
    where: { id, processedAt: null, failedAt: { not: null } },
    data: { failedAt: null, attempts: 0, availableAt: clock.now() },
  });
}
