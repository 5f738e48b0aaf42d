import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address"),
  /** encrypts bank account numbers */
  DATA_KEY: z.string().refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64"),
  /** signs documents: PKCS #12 in base64 with an RSA key and its certificate */
  SIGNING_KEY: z.base64().min(1),
  SIGNING_PASSWORD: z.string(),
  /** address people use; https makes cookies secure and prefixed */
  PUBLIC_URL: z.url().optional(),
  STORAGE_DIR: z.string().min(1).default(".data/files"),
  MAIL_SINK_DIR: z.string().min(1).default(".data/mail"),
  /** where the daily roots of the audit log are exported to, best on another disk */
  AUDIT_ROOT_DIR: z.string().min(1).default(".data/audit-roots"),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("huiqitong@localhost"),
  /** proxies in front of the server whose X-Forwarded-For is believed */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  /** lets others than this machine read /metrics, as bearer token */
  METRICS_TOKEN: z
    .string()
    .optional()
    .transform((token) => token || undefined)
    .refine((token) => token === undefined || token.length >= 20, "must be at least 20 characters"),
  /** a service of the OpenAI kind that proposes rules beside the drafter, up to and with /v1; none asks nobody */
  DRAFTING_MODEL_URL: z.url().optional(),
  DRAFTING_MODEL_NAME: z.string().min(1).optional(),
  DRAFTING_MODEL_KEY: z.string().min(1).optional(),
  DRAFTING_MODEL_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(20_000),
  RATE_LIMIT_FACTOR: z.coerce.number().min(1).default(1),
  /** shows the demo accounts on the sign-in page */
  DEMO: flag,
  /** names the fault point where the process dies, for rehearsals of crashes */
  CRASH_AT: z.string().optional(),
  /** lets tests put the clock forward */
  CLOCK_TEST: flag,
});

export type Env = z.infer<typeof schema>;

/** Names every variable that is missing or wrong. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The environment, checked at the one door. @throws EnvironmentError */
export function readEnv(source: Record<string, string | undefined>): Env {
  const checked = schema.safeParse(source);
  const problems = checked.success
    ? productionProblems(checked.data)
    : checked.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  if (!checked.success || problems.length > 0)
    throw new EnvironmentError(`Environment:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  return checked.data;
}

function productionProblems(env: Env): string[] {
  if (env.NODE_ENV !== "production") return [];
  return [
    ...(env.PUBLIC_URL ? [] : ["PUBLIC_URL must be set in production"]),
    ...(env.CLOCK_TEST ? ["CLOCK_TEST must not be set in production"] : []),
    ...(env.CRASH_AT ? ["CRASH_AT must not be set in production"] : []),
    ...(env.DEMO ? ["DEMO must not be set in production"] : []),
  ];
}
