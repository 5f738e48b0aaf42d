import type { Permission } from "~/access/permissions";
import type { Bilingual } from "~/kernel/bilingual";
import type { NoticeKind } from "./notice-kinds";

/** Those people of an office, or of the whole platform where none is named, who may do what `needs` says. */
export type OfficeOrder = {
  office: { departmentId: string; regionCode: string } | null;
  needs: Permission;
  /** accounts that may not act on it, because of a part they had or because they stand aside */
  except?: readonly string[];
};

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
