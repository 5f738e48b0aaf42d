import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createRequire } from "node:module";

/** A key with a certificate of its own for a demonstration, as PKCS #12 in base64. Nobody else vouches for it. */
export function demoSigningKey(password) {
  // Only now: this file is read before the packages are installed.
  const forge = createRequire(import.meta.url)("node-forge");
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 10 * 365 * 86_400_000);
  // Letters of ASCII alone: readers of PDF show others as question marks.
  const name = [
    { name: "commonName", value: "Huiqitong demonstration" },
    { name: "organizationName", value: "Huiqitong demo" },
    { name: "countryName", value: "CN" },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false },
    { name: "keyUsage", digitalSignature: true, nonRepudiation: true },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  const store = forge.pkcs12.toPkcs12Asn1(key, [certificate], password, { algorithm: "aes256" });
  return forge.util.encode64(forge.asn1.toDer(store).getBytes());
}
