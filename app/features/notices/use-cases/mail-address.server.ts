import type { Speak } from "~/i18n/translation";
import type { AddressMail } from "../domain/notice-order";
import type { Mailer } from "../adapters/mail-gateway.server";
import { spokenParams } from "../domain/notice-params";

type Process = { mailer: Mailer; publicUrl: string; speak: Speak; at: Date };

/** Writes to an address that belongs to no account, in Chinese. */
export async function mailAddress({ mailer, publicUrl, speak, at }: Process, mail: AddressMail): Promise<void> {
  const { t } = await speak("zh");
  const words = spokenParams(mail.params, { language: "zh", unstated: t("notices:unstated"), say: t });
  await mailer.send({
    id: mail.id,
    to: mail.to,
    date: at,
    subject: t(`notices:${mail.kind}.title`, words),
    text: [
      t("notices:mail.greeting", { name: mail.name }),
      t(`notices:${mail.kind}.text`, words),
      new URL(mail.href, publicUrl).href,
      t("notices:mail.footer"),
    ].join("\n\n"),
  });
}
