-- A mail address that an administrator enters for an official: links go to it once a security administrator has confirmed whose it is.
CREATE TABLE "AddressProposal" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "email" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'proposed',
  "proposedById" UUID NOT NULL,
  "proposedAt" TIMESTAMPTZ(3) NOT NULL,
  "decidedById" UUID,
  "decidedAt" TIMESTAMPTZ(3),
  "refusal" TEXT,
  CONSTRAINT "AddressProposal_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "AddressProposal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "AddressProposal_status_check" CHECK ("status" IN ('proposed', 'confirmed', 'refused', 'replaced')),
  CONSTRAINT "AddressProposal_decided_check" CHECK (("status" IN ('confirmed', 'refused')) = ("decidedById" IS NOT NULL) AND ("status" <> 'refused' OR "refusal" IS NOT NULL)),
  CONSTRAINT "AddressProposal_two_persons_check" CHECK ("decidedById" IS NULL OR ("decidedById" <> "proposedById" AND "decidedById" <> "userId"))
);
CREATE UNIQUE INDEX "AddressProposal_userId_open_key" ON "AddressProposal"("userId") WHERE "status" = 'proposed';
CREATE INDEX "AddressProposal_userId_idx" ON "AddressProposal"("userId");
