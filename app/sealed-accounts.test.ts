import { expect, it } from "vitest";

const sources = import.meta.glob<string>("./**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const own = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$|\/testing\/|\/generated\//.test(path));
const users = (pattern: RegExp) => own.filter(([, text]) => pattern.test(text)).map(([path]) => path);

it("one use case alone opens sealed account numbers: the audited export", () => {
  expect(users(/\bunseal\(/)).toEqual(["./features/funds/use-cases/export-batch.server.ts", "./platform/seal.server.ts"]);
  expect(users(/sealedNumber: true/), "and one query alone reads them").toEqual(["./features/funds/adapters/batch.repository.server.ts"]);
});
