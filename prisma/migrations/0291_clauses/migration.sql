-- The clause a draft is written from, and the words of it that nothing in the draft says yet.
ALTER TABLE "PolicyDraft"
    ADD COLUMN "clause" JSONB,
    ADD COLUMN "points" JSONB NOT NULL DEFAULT '[]';
