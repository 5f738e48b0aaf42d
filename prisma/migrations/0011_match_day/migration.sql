-- CreateTable
CREATE TABLE "MatchDay" (
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchDay_pkey" PRIMARY KEY ("day")
);
