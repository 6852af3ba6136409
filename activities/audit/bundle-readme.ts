import type { About } from './bundle.js';

/** What stands beside the files of a bundle, for whoever is to verify it. */
export function bundleReadme({ log, from, to }: About): string {
  return `# A part of an audit log

Entries ${from.size} up to and without ${to} of the log \`${log}\`.

To verify it you need Node 20 or later, and two things that you kept yourself: the log's public key, and a
checkpoint (a line of the file to which the desk writes the signed head of its log every minute).

    node verify.mjs . --key YOUR_PUBLIC_KEY.pem --checkpoint YOUR_CHECKPOINTS.jsonl

To prove a single entry instead, \`node verify.mjs PROOF.json\` takes a proof that the desk gives out for it.

The exit code is 0 when everything is as it was signed, 1 when something was changed, dropped, swapped,
inserted, cut off or written anew, with the place in a sentence, 2 when the files cannot be read, and 3 when
they only agree with themselves, because no key or no checkpoint was given. \`public-key.pem\` is here for
convenience: a forger would have put a key of their own there.

| file | holds |
| --- | --- |
| \`entries.jsonl\` | one entry a line: \`entry\` (what is hashed), its \`hash\`, the \`events\` and \`texts\` it answers for |
| \`heads.jsonl\` | the signed heads of the log, the last of each size |
| \`keys.jsonl\` | the log's keys; each but the first is signed by the one before |
| \`erasures.jsonl\` | erasures after this part that explain why it lacks texts, each with its proof |
| \`bundle.json\` | where the part begins and ends, and the proofs that tie it to the rest |
| \`verify.mjs\` | the verifier, in one file that imports nothing but Node's own modules; read it |

An entry's \`hash\` is SHA-256 over its canonical JSON (RFC 8785). \`previous\` is the hash of the entry before it
about the same subject. The log is the Merkle tree of RFC 9162 over these hashes, its head signed with
Ed25519 over the canonical JSON of the head without its signature. A text is SHA-256 over salt and text; where
it is missing, an entry of the kind \`erasure\` about the same subject names its digest under \`gone\`.
`;
}
