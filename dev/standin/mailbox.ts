export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The six digits, where the mail carries some. */
  code?: string;
  atMs: number;
}

export type Mailbox = ReturnType<typeof createMailbox>;

/** E-mails that the trial sign-up "sent"; they go nowhere else. */
export function createMailbox() {
  const mails: Mail[] = [];
  const listeners: ((mail: Mail) => void)[] = [];
  return {
    list: mails as readonly Mail[],
    last: (to?: string): Mail | undefined => mails.findLast((mail) => to === undefined || mail.to === to),
    onMail: (listener: (mail: Mail) => void): void => void listeners.push(listener),
    send: (mail: Mail): void => {
      mails.push(mail);
      for (const listener of listeners) listener(mail);
    },
  };
}
