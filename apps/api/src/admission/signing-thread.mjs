import {
  constants,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
} from "node:crypto";
import { parentPort } from "node:worker_threads";

/*
 * Signs blindly, away from the thread that answers requests: raw RSA (RFC 9474, BlindSign). A result that does not
 * give back what was to be signed is never handed out: a single fault in it could betray the private key.
 * Plain JavaScript, because a worker thread of Node 20 would need a second to load a compiler first.
 */
const keys = new Map();

function keysOf(pem) {
  const known = keys.get(pem);
  if (known) return known;
  const privateKey = createPrivateKey(pem);
  const made = { privateKey, publicKey: createPublicKey(privateKey) };
  keys.set(pem, made);
  return made;
}

function blindSignature(pem, blinded) {
  const { privateKey, publicKey } = keysOf(pem);
  const padding = constants.RSA_NO_PADDING;
  const signature = privateDecrypt({ key: privateKey, padding }, blinded);
  if (!publicEncrypt({ key: publicKey, padding }, signature).equals(Buffer.from(blinded)))
    throw new Error("signing failure");
  return signature;
}

parentPort.on("message", ({ number, pem, blinded }) => {
  try {
    parentPort.postMessage({ number, signature: blindSignature(pem, blinded) });
  } catch {
    // Not a number below the key's modulus, or a fault: either way there is no signature.
    parentPort.postMessage({ number });
  }
});
