import type { AddressMail, NoticeOrder } from "./domain/notice-order";

declare module "~/platform/outbox.server" {
  interface Topics {
    notice: NoticeOrder;
    mail: { noticeId: string };
    "mail-address": AddressMail;
  }
}
