import type { Fen } from '#shared/base/money.ts';

/** Who writes to whom, under which number; the letterhead and the signature come from it. */
export type SheetHead = {
  readonly from: {
    readonly name: string;
    readonly regionName: string;
    readonly address: string;
    readonly postcode: string;
    readonly phone: string;
    readonly uscc: string;
  };
  readonly to: { readonly name: string; readonly regionName: string };
  readonly number: string | null;
  readonly signedBy: string | null;
  readonly signedOn: string | null;
};

/** A person who handles the matter, with the number of the work card. */
export type SheetPerson = { readonly name: string; readonly cardNo: string; readonly phone: string };

/** An enclosure as listed on paper. */
export type SheetFile = { readonly name: string; readonly pages: number };

/** One thing asked for, as the letter says it. */
export type SheetItem = {
  readonly id: string;
  readonly kind: string;
  readonly object: {
    readonly type: 'person' | 'unit';
    readonly name: string;
    readonly idNo: string;
    readonly uscc: string;
    readonly phone: string;
    readonly address: string;
    readonly relation: string;
  };
  readonly questions: string;
  readonly proves: string;
  readonly form: string;
};

/** What a commission letter (委托函, 协查函) says. */
export type SheetCommission = {
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent' | 'critical';
  readonly secrecy: 'none' | 'work-secret';
  readonly matter: {
    readonly caseNo: string;
    readonly cause: string;
    readonly acceptedOn: string | null;
    readonly limitDue: string | null;
    readonly parties: readonly { readonly role: string; readonly name: string }[];
  };
  readonly items: readonly SheetItem[];
  readonly legalBasis: readonly string[];
  readonly askedDate: string;
  readonly returnBy: 'electronic' | 'post' | 'both';
  readonly toAddress: string;
  readonly department: string;
  readonly handlers: readonly SheetPerson[];
  readonly special: string;
  readonly mayAddInquiries: boolean;
  readonly recordingWanted: boolean;
  readonly files: readonly SheetFile[];
  readonly inspection: {
    readonly suspected: string;
    readonly workers: number;
    readonly amountFen: Fen | null;
    readonly powers: string;
    readonly siteCheck: boolean;
    readonly registeredPlace: string;
    readonly workPlace: string;
  } | null;
};

/** What a reply letter (回函) says. */
export type SheetReply = {
  readonly items: readonly {
    readonly item: string;
    readonly outcome: 'done' | 'partly' | 'unable' | 'not-in-power';
    readonly text: string;
    readonly attempts: readonly { readonly on: string; readonly text: string }[];
    readonly evidence: readonly { readonly name: string; readonly original: boolean; readonly pages: number }[];
  }[];
  readonly course: string;
  readonly needsMore: string;
  readonly department: string;
  readonly handlers: readonly SheetPerson[];
  readonly files: readonly SheetFile[];
};
