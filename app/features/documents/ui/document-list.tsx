import { Link } from "@remix-run/react";
import { FileText } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import { DateText } from "~/ui/date-text";
import type { ListedDocument } from "../use-cases/list-documents.server";

type Props = { title: string; documents: readonly ListedDocument[]; none: string };

/** Issued documents, each with its number, its file, and the page that confirms it. */
export function DocumentList({ title, documents, none }: Props) {
  const { t } = useWords("documents");
  return (
    <section className="card mb-6" aria-labelledby="documents">
      <h2 id="documents" className="mb-2">
        {title}
      </h2>
      {documents.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="divide-y divide-line">
          {documents.map((document) => (
            <li key={document.id} className="flex items-center justify-between gap-4 py-2">
              <span className="flex items-start gap-2">
                <FileText aria-hidden size={18} className="mt-1 shrink-0 text-muted" />
                <span>
                  {/* A file, not a page: the router must leave it to the browser. */}
                  <a
                    href={`/documents/${document.id}`}
                    download
                    className="inline-flex min-h-11 items-center font-medium sm:min-h-0"
                  >
                    {document.kind === "statement" ? document.title : t(`kind.${document.kind}`)}
                    <span className="sr-only"> {t("download")}</span>
                  </a>
                  <span className="block text-sm text-muted">
                    {document.number && `${document.number} · `}
                    <DateText day={document.issuedOn} /> · PDF {Math.ceil(document.sizeBytes / 1024)} KB
                    {document.superseded && ` · ${t("superseded")}`}
                    {document.revoked && ` · ${t("revoked")}`}
                  </span>
                </span>
              </span>
              <Link to={`/verify/${document.code}`} className="inline-flex min-h-11 shrink-0 items-center text-sm">
                {t("verify.link")}
                <span className="sr-only"> {t(`kind.${document.kind}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
