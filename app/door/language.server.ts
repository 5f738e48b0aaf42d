import type { Language } from "~/i18n/translation";

/** Chinese unless the visitor chose English, or the browser asks for English and no Chinese. */
export async function languageOf(request: Request): Promise<Language> {
  const chosen = cookie(request, "lang");
  if (chosen === "zh" || chosen === "en") return chosen;
  const accepted = request.headers.get("Accept-Language") ?? "";
  return /\ben\b/i.test(accepted) && !/\bzh\b/i.test(accepted) ? "en" : "zh";
}

/** The text size the visitor chose. */
export function textSizeOf(request: Request): "normal" | "large" {
  return cookie(request, "text") === "large" ? "large" : "normal";
}

function cookie(request: Request, name: string): string | undefined {
  const found = request.headers
    .get("Cookie")
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
