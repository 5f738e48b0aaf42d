-- A policy document has a row of its own: its number, its dates, and how it is known whether it is in force.
CREATE TABLE "PolicyDocument" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "issuer" TEXT NOT NULL,
    "issuedOn" TEXT,
    "validFrom" TEXT,
    "validTo" TEXT,
    "validity" JSONB,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "PolicyDocument_pkey" PRIMARY KEY ("id")
);

-- Of what is stored the newest version of a document's items says what it is; nobody has looked up its validity yet.
INSERT INTO "PolicyDocument" ("id", "title", "number", "issuer", "issuedOn", "validFrom", "validTo", "validity")
SELECT DISTINCT ON (i."documentId") i."documentId", coalesce(d.content->>'title', i."documentTitle"), d.content->>'number',
    coalesce(d.content->>'issuer', ''), d.content->>'issuedOn', d.content->>'validFrom', d.content->>'validTo', d.content->'validity'
FROM "PolicyItem" i
LEFT JOIN "PolicyItemVersion" v ON v.id = i."currentVersionId"
LEFT JOIN LATERAL (SELECT v.content->'document' AS content) d ON true
ORDER BY i."documentId", v."publishedAt" DESC NULLS LAST;

ALTER TABLE "PolicyItem" ADD CONSTRAINT "PolicyItem_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "PolicyDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The term of an item, its own or its document's, as "validFrom" and "validTo" beside it already are.
ALTER TABLE "PolicyItem"
    ADD COLUMN "known" TEXT NOT NULL DEFAULT 'unknown',
    ADD COLUMN "hasNorm" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "normUntil" TEXT,
    ADD COLUMN "changeKind" TEXT,
    ADD COLUMN "changedOn" TEXT;

-- Whether an item is in force on a day (Asia/Shanghai, YYYY-MM-DD); policies/domain/validity.ts says the same.
CREATE FUNCTION policy_state(item "PolicyItem", day TEXT) RETURNS TEXT LANGUAGE SQL STABLE PARALLEL SAFE
RETURN CASE
    WHEN item."changeKind" IN ('replaced', 'repealed', 'completed')
         AND (item."changedOn" IS NULL OR item."changedOn" COLLATE "C" <= day)
        THEN CASE item."changeKind" WHEN 'replaced' THEN 'replaced' ELSE 'ended' END
    WHEN item."validTo" COLLATE "C" < day THEN 'ended'
    WHEN item."known" IN ('norm', 'unknown') AND item."hasNorm" AND (item."normUntil" IS NULL OR item."normUntil" COLLATE "C" < day)
        THEN 'presumedEnded'
    WHEN item."known" = 'unknown' THEN 'unconfirmed'
    WHEN item."validFrom" COLLATE "C" > day THEN 'upcoming'
    WHEN coalesce(item."validTo", CASE item."known" WHEN 'norm' THEN item."normUntil" END) COLLATE "C"
         <= to_char(to_date(day, 'YYYY-MM-DD') + 60, 'YYYY-MM-DD')
        THEN 'endsSoon'
    ELSE 'inForce'
END;
