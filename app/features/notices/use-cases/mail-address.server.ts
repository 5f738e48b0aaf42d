import { createI18n } from "~/i18n/i18n.server";
import type { AddressMail } from "~/platform/outbox.server";
import type { Mailer } from "../adapters/mail-gateway.server";
import { spokenParams } from "../domain/notice-params";

type Process = { mailer: Mailer; publicUrl: string; at: Date };

/** Writes to an address that belongs to no account, in Chinese. */
export async function mailAddress({ mailer, publicUrl, at }: Process, mail: AddressMail): Promise<void> {
  const { t } = await createI18n("zh");
  const words = {
    ...spokenParams(mail.params, { language: "zh", unstated: t("notices:unstated"), say: t }),
    ns: "notices",
  };
  await mailer.send({
    id: mail.id,
    to: mail.to,
    date: at,
    subject: t(`${mail.kind}.title`, words),
    text: [
      t("mail.greeting", { ns: "notices", name: mail.name }),
      t(`${mail.kind}.text`, words),
      new URL(mail.href, publicUrl).href,
      t("mail.footer", { ns: "notices" }),
    ].join("\n\n"),
  });
}
