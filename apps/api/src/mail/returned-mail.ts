import type { Undelivered } from "@mehrwert/store";
import PostalMime from "postal-mime";

const longestReply = 300;

/**
 * What a mail server reports about mails it could not deliver (RFC 3464), from such a report saved as .eml. Reports of mere
 * delays and of success are no bounces.
 *
 * @returns empty if it is no such report
 */
export async function returnedMails(eml: Uint8Array): Promise<Undelivered[]> {
  const { attachments } = await PostalMime.parse(new Uint8Array(eml), {
    forceRfc822Attachments: true,
  });
  const reports = attachments.filter(({ mimeType }) =>
    /^message\/(global-)?delivery-status$/i.test(mimeType),
  );
  return reports.flatMap(({ content }) => failures(textOf(content)));
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** Blocks of fields, parted by blank lines: the first speaks of the mail, each other one of a recipient. */
function failures(report: string): Undelivered[] {
  const unfolded = report.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");
  return unfolded.split(/\n\s*\n/).flatMap((block): Undelivered[] => {
    const field = (name: string) =>
      new RegExp(`^${name}:\\s*(?:(?:rfc822|utf-8|smtp|x-unix)\\s*;\\s*)?(.*)$`, "im")
        .exec(block)?.[1]
        ?.trim();
    const recipient = field("Original-Recipient") ?? field("Final-Recipient");
    if (recipient === undefined || field("Action")?.toLowerCase() !== "failed") return [];
    const [statusCode] = /\d\.\d{1,3}\.\d{1,3}/.exec(field("Status") ?? "") ?? [];
    const reply = field("Diagnostic-Code")?.slice(0, longestReply);
    const bare = recipient.replace(/^<|>$/g, "");
    return [
      {
        recipient: bare,
        reason: "returned",
        ...(statusCode && { statusCode }),
        ...(reply && { reply }),
      },
    ];
  });
}
