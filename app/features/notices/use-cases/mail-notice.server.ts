import type { Speak } from "~/i18n/translation";
import type { Tx } from "~/platform/db.server";
import type { Mailer } from "../adapters/mail-gateway.server";
import { findForMail } from "../adapters/notice.repository.server";
import { spokenParams, type NoticeParams } from "../domain/notice-params";

type Process = { tx: Tx; mailer: Mailer; publicUrl: string; speak: Speak };

/** Writes a notice to its person in the person's language; nothing happens when there is no address any more. */
export async function mailNotice({ tx, mailer, publicUrl, speak }: Process, noticeId: string): Promise<void> {
  const notice = await findForMail(tx, noticeId);
  if (!notice?.user.email || notice.user.disabledAt) return;
  const language = notice.user.locale === "en" ? "en" : "zh";
  const { t } = await speak(language);
  const speech = { language, unstated: t("notices:unstated"), say: t } as const;
  const words = spokenParams(notice.params as NoticeParams, speech);
  await mailer.send({
    id: notice.id,
    to: notice.user.email,
    date: notice.createdAt,
    subject: t(`notices:${notice.kind}.title`, words),
    text: [
      t("notices:mail.greeting", { name: notice.user.displayName }),
      t(`notices:${notice.kind}.text`, words),
      new URL(notice.href, publicUrl).href,
      t("notices:mail.footer"),
    ].join("\n\n"),
  });
}
