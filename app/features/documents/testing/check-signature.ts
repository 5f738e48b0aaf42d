import { createHash, createVerify, X509Certificate } from "node:crypto";
import forge from "node-forge";

export type Checked = { intact: boolean; subject: string; coversAll: boolean };

/**
 * Checks a signed PDF without the code that signs it: the bytes named by /ByteRange against the digest in the signature,
 * and the signature over that digest against the certificate inside. The arithmetic is that of node's own OpenSSL.
 */
export function checkSignature(pdf: Buffer): Checked {
  const text = pdf.toString("latin1");
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text)?.slice(1).map(Number) ?? [];
  const [a = 0, aLength = 0, b = 0, bLength = 0] = range;
  const covered = Buffer.concat([pdf.subarray(a, a + aLength), pdf.subarray(b, b + bLength)]);
  const placed = Buffer.from(text.slice(a + aLength + 1, b - 1), "hex");
  const length = derLength(placed);
  const parsed = forge.asn1.fromDer(placed.subarray(0, length).toString("latin1"));
  const message = forge.pkcs7.messageFromAsn1(parsed) as unknown as {
    rawCapture: { signature: string; authenticatedAttributes: forge.asn1.Asn1[] };
    certificates: forge.pki.Certificate[];
  };
  const { signature, authenticatedAttributes } = message.rawCapture;
  const [certificate] = message.certificates;
  if (!certificate) throw new Error("no certificate in the signature");
  const attributes = forge.asn1.create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SET, true, authenticatedAttributes);
  const pem = new X509Certificate(forge.pki.certificateToPem(certificate));
  const signed = createVerify("sha256")
    .update(Buffer.from(forge.asn1.toDer(attributes).getBytes(), "latin1"))
    .verify(pem.publicKey, Buffer.from(signature, "latin1"));
  const digest = createHash("sha256").update(covered).digest().toString("latin1");
  return {
    intact:
      signed && placed.subarray(length).every((byte) => byte === 0) && digest === digestIn(authenticatedAttributes),
    subject: pem.subject,
    coversAll: a === 0 && b + bLength === pdf.length,
  };
}

/** Bytes of a DER value with its head, of 256 bytes at the least: the room behind it must stay empty. */
function derLength(der: Buffer): number {
  const lengthBytes = der.readUInt8(1) & 0x7f;
  return 2 + lengthBytes + der.readUIntBE(2, lengthBytes);
}

/** The value of the attribute messageDigest. */
function digestIn(attributes: readonly forge.asn1.Asn1[]): string | null {
  for (const attribute of attributes) {
    const [type, values] = attribute.value as forge.asn1.Asn1[];
    if (!type || forge.asn1.derToOid(type.value as string) !== forge.pki.oids["messageDigest"]) continue;
    return ((values?.value as forge.asn1.Asn1[])[0]?.value as string) ?? null;
  }
  return null;
}
