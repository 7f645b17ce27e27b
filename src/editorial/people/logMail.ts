import type { EmailAdapter } from 'payload'

/** Where no mail server is set, mails go to the log: nothing is sent, nothing is lost from sight. */
export const logMail =
  (from: { address: string; name: string }): EmailAdapter =>
  ({ payload }) => ({
    name: 'log',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async ({ to, subject, text }) => {
      payload.logger.info({ msg: 'A mail, not sent: SMTP_URL is not set', to, subject, text })
      return undefined
    },
  })
