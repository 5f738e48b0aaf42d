import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { maxUploadBytes } from "~/kernel/upload-rules";
import type { Log } from "~/platform/log.server";
import { bodyLimits } from "~/door/read-body.server";

/** Most that any page takes; forms, JSON and files have limits of their own below it. */
const mostBytes = maxUploadBytes + bodyLimits.form;
const methods = ["GET", "HEAD", "POST"];

/** A handler whose promise may fail: the failure goes on to the last handler instead of ending the process. */
export function caught(handler: (...args: Parameters<RequestHandler>) => Promise<unknown>): RequestHandler {
  return (request, response, next) => {
    handler(request, response, next).catch(next);
  };
}

/**
 * Answers by itself what no page can: a method there is none for (405), an address that is none (400), a compressed
 * body (415), one beyond every limit (413, unread).
 */
export function door(): RequestHandler {
  return (request, response, next) => {
    if (!methods.includes(request.method)) {
      response.set("Allow", methods.join(", "));
      return say(response, 405, "不支持这种请求方法。", "This method is not supported.");
    }
    if (!isAddress(request.originalUrl, request.get("Host")))
      return say(response, 400, "地址无法识别。", "The address cannot be read.");
    if (!isPlain(request.get("Content-Encoding")))
      return say(response, 415, "不支持压缩后提交的内容。", "What was sent is compressed, which is not supported.");
    if (Number(request.get("Content-Length") ?? 0) > mostBytes) {
      hangUpLater(request);
      return say(response, 413, "提交的内容太大，没有接收。", "What was sent is too large and was not taken.");
    }
    next();
  };
}

/** The last handler: what failed is logged, the visitor gets a plain answer and the process goes on. */
export function lastResort(log: Pick<Log, "error">): ErrorRequestHandler {
  // Express tells an error handler by its four parameters.
  return (error: unknown, request, response, next) => {
    const { status } = Object(error) as { status?: unknown };
    const refused = typeof status === "number" && status >= 400 && status < 500;
    if (!refused) log.error({ error, path: request.path }, "request failed outside of the pages");
    if (response.headersSent) return next(error);
    if (refused) return say(response, status, "请求无法识别。", "The request cannot be read.");
    say(response, 500, "系统暂时没有办成，请稍后再试。", "This did not work just now, please try again later.");
  };
}

/** What is still being sent is thrown away for half a minute: who is cut off in the middle of sending never reads the answer. */
function hangUpLater(request: Request): void {
  const patience = setTimeout(() => request.destroy(), 30_000).unref();
  request.resume().once("close", () => clearTimeout(patience));
}

/** Nobody here unpacks what is sent; it would be read as other words than were meant. */
function isPlain(encoding: string | undefined): boolean {
  return encoding === undefined || encoding.trim().toLowerCase() === "identity";
}

function isAddress(place: string, host: string | undefined): boolean {
  return place.startsWith("/") && URL.canParse(`http://${host ?? ""}${place}`);
}

function say(response: Response, status: number, chinese: string, english: string): void {
  response.status(status).type("text").send(`${chinese}${english}`);
}
