import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import type { Env } from "~/platform/env.server";

/** One mail; `id` names it, so that the same mail sent twice is recognised. */
export type Mail = { id: string; to: string; subject: string; text: string; date: Date };
export type Mailer = { send(mail: Mail): Promise<void> };

/** Mail by SMTP where a server is configured, else as files in a folder. */
export function createMailer(env: Pick<Env, "SMTP_URL" | "MAIL_SINK_DIR" | "MAIL_FROM">): Mailer {
  return env.SMTP_URL ? smtpMailer(env.SMTP_URL, env.MAIL_FROM) : sinkMailer(env.MAIL_SINK_DIR, env.MAIL_FROM);
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url);
  return {
    async send(mail) {
      await transport.sendMail(message(mail, from));
    },
  };
}

function sinkMailer(folder: string, from: string): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return {
    async send(mail) {
      const { message: bytes } = await transport.sendMail(message(mail, from));
      const target = path.join(folder, `${mail.id}.eml`);
      await mkdir(folder, { recursive: true });
      await writeFile(`${target}.part`, bytes as Buffer);
      await rename(`${target}.part`, target);
    },
  };
}

function message({ id, to, subject, text, date }: Mail, from: string) {
  return {
    from,
    to,
    subject,
    text,
    date,
    textEncoding: "base64" as const,
    headers: { "Auto-Submitted": "auto-generated" },
    messageId: `<${id}@${from.split("@")[1] ?? "localhost"}>`,
  };
}
