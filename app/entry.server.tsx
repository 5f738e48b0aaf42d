import { Transform, type TransformCallback } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOf } from "~/door/language.server";
import { createI18n } from "~/words/i18n.server";
import type { AppContext } from "~/platform/context.server";
import { NonceProvider } from "~/ui/nonce";
import { waitSeconds } from "~/ui/waiting";

const abortAfterMs = 15_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppContext,
): Promise<Response> {
  const i18n = await createI18n(await languageOf(request));
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (status === 503) headers.set("Retry-After", String(waitSeconds));
  headers.set("Cache-Control", headers.get("Cache-Control") ?? "no-store");
  return render({ request, status, headers, remix, context, i18n });
}

type Rendering = {
  request: Request;
  status: number;
  headers: Headers;
  remix: EntryContext;
  context: AppContext;
  i18n: Awaited<ReturnType<typeof createI18n>>;
};

function render({ request, status, headers, remix, context, i18n }: Rendering): Promise<Response> {
  const ready = isbot(request.headers.get("User-Agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <NonceProvider value={context.nonce}>
          <RemixServer context={remix} url={request.url} abortDelay={abortAfterMs} nonce={context.nonce} />
        </NonceProvider>
      </I18nextProvider>,
      {
        nonce: context.nonce,
        [ready]() {
          const body = new Transform({ transform: withoutNul });
          body.on("close", () => clearTimeout(timer));
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          code = 500;
          context.log.error({ error, requestId: context.requestId }, "rendering failed");
        },
      },
    );
    const timer = setTimeout(abort, abortAfterMs + 1000);
  });
}

/** React 18 can leave a NUL byte where a character of several bytes meets the end of its buffer; no page holds one by right. */
function withoutNul(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
  done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
}

/** Errors of loaders and actions that are neither refusals nor answers. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppContext }): void {
  if (request.signal.aborted) return;
  context.log.error({ error, requestId: context.requestId, path: new URL(request.url).pathname }, "request failed");
}
