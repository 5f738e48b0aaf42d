import type { ServedFile } from "~/platform/files";

/** A private file as an answer: named by RFC 6266, not sniffed, sandboxed, not kept by caches. */
export function fileResponse({ bytes, fileName, mimeType, inline }: ServedFile): Response {
  const name = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mimeType,
      "Content-Disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
      "Cache-Control": "private, no-store",
    },
  });
}
