import { useEffect } from "react";
import styleSheet from "~/styles/web-font.css?url";

const em = 24;
const samples = ["惠", "企"] as const;

/** Fetches the web font where the device has no Chinese one: nearly every device has, and the font is five times the page. */
export function WebFont() {
  useEffect(() => {
    if (hasChinese()) return;
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: styleSheet });
    document.head.append(link);
    return () => link.remove();
  }, []);
  return (
    <noscript>
      <link rel="stylesheet" href={styleSheet} />
    </noscript>
  );
}

/** A missing character is drawn as a box: the same for each, or with its number inside and then not one em wide. */
function hasChinese(): boolean {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!context) return true;
  context.font = `${em}px sans-serif`;
  context.textBaseline = "top";
  const [one, other] = samples.map((sample) => {
    context.clearRect(0, 0, 2 * em, 2 * em);
    context.fillText(sample, 0, em / 2);
    return context.getImageData(0, 0, 2 * em, 2 * em).data.join();
  });
  return one !== other && samples.every((sample) => Math.abs(context.measureText(sample).width - em) < 1);
}
