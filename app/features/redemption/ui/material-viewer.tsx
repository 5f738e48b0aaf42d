import { useWords } from "~/i18n/use-words";
import { PdfPages } from "~/ui/pdf-pages";

/** A material as it can be read in the browser; other kinds of file are offered for download. */
export function MaterialViewer({ file }: { file: { id: string; fileName: string; mimeType: string } }) {
  const { t } = useWords("redemption");
  const src = `/files/${file.id}`;
  if (file.mimeType === "application/pdf") return <PdfPages key={file.id} src={src} name={file.fileName} />;
  if (file.mimeType.startsWith("image/"))
    return <img src={src} alt={file.fileName} className="w-full border border-line" />;
  return (
    <p>
      {t("case.notViewable")}{" "}
      <a href={src} download>
        {file.fileName}
      </a>
    </p>
  );
}
