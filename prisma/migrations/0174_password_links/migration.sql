-- By which an official sets the own password: mailed to the official alone, good once and for a day.
CREATE TABLE "PasswordLink" (
  "tokenHash" TEXT NOT NULL,
  "userId" UUID NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "usedAt" TIMESTAMPTZ(3),
  CONSTRAINT "PasswordLink_pkey" PRIMARY KEY ("tokenHash")
);
CREATE INDEX "PasswordLink_userId_idx" ON "PasswordLink"("userId");
ALTER TABLE "PasswordLink" ADD CONSTRAINT "PasswordLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
