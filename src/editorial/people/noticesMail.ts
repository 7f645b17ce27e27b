/** A notice as a mail: who wants it, and what stands in it. It holds the notice's own words and no others. */
import type { PayloadRequest, SendEmailOptions } from 'payload'
import type { Notification, User } from '#src/payload-types.ts'
import { noticeNames } from '#src/workflow/notices.ts'
import { enqueue } from '#src/editorial/publishing/jobs.ts'
import { idOf } from '#src/editorial/stories/storyParts.ts'

export const MAIL_JOB = 'mail'

/** What the job needs to know: everything else is looked up when it is sent. */
export type MailTask = { notice: string }

/** Whether the person chose to have such notices by mail. */
export const wantsMail = (
  { mailFor }: Pick<User, 'mailFor'>,
  kind: Notification['kind'],
): boolean => (mailFor ?? []).includes(kind)

/** Enters the mail of a notice in the transaction of the notice: once for each, whoever asks again. */
export const enterMail = (
  req: PayloadRequest,
  { id, at }: Pick<Notification, 'id' | 'at'>,
): Promise<void> =>
  enqueue(req, { kind: MAIL_JOB, key: `mail:${id}`, runAt: at, payload: { notice: id } })

export type MailOf = {
  notice: Notification
  person: Pick<User, 'email' | 'name'>
  /** The newsroom's address, without a slash at its end. */
  publicUrl: string
}

/**
 * Writes the mail of a notice: plain text and simple HTML. Its Message-ID is the notice's (RFC 5322 §3.6.4), so that
 * a mail that had to be sent twice is one; those of a story refer to it and stand together. It says that a machine
 * wrote it (RFC 3834 §5), which list it belongs to (RFC 2919), and where the choice is changed (RFC 2369 §3.2).
 */
export const mailOf = ({ notice, person, publicUrl }: MailOf): SendEmailOptions => {
  const { hostname } = new URL(publicUrl)
  const article = idOf(notice.article)
  const story = article ? `${publicUrl}/admin/collections/articles/${article}` : null
  const account = `${publicUrl}/admin/account`
  const words = notice.text.replace(/\s+/gu, ' ').trim()
  const why = `You get this mail because you chose “${noticeNames[notice.kind]}”.`
  return {
    to: { name: person.name, address: person.email },
    subject: words,
    messageId: `<notice.${notice.id}@${hostname}>`,
    ...(article ? { references: `<story.${article}@${hostname}>` } : {}),
    date: new Date(notice.at),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Id': `Notices of the newsroom <notices.${hostname}>`,
      'List-Unsubscribe': `<${account}>`,
    },
    text: [
      `${words}.`,
      ...(story ? [`The story: ${story}`] : []),
      `-- \n${why}\nChange it on your account: ${account}`,
    ].join('\n\n'),
    html: [
      '<!doctype html><html lang="en"><body style="font:16px/1.5 sans-serif">',
      `<p>${escaped(words)}.</p>`,
      ...(story ? [`<p><a href="${escaped(story)}">Open the story</a></p>`] : []),
      `<p style="color:#5d5a53;font-size:14px">${escaped(why)} `,
      `<a href="${escaped(account)}">Change what you get by mail</a></p>`,
      '</body></html>',
    ].join('\n'),
  }
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
