/** What people are told about, in the panel and, if they wish, by mail. */
export const noticeKinds = [
  'mention',
  'reply',
  'assigned',
  'submitted',
  'changes requested',
  'approved',
  'approval void',
  'published',
  'schedule problem',
  'taken over',
] as const

export type NoticeKind = (typeof noticeKinds)[number]

export const noticeNames: Record<NoticeKind, string> = {
  mention: 'Somebody mentions me',
  reply: 'Somebody answers in a thread of mine',
  assigned: 'A story is given to me',
  submitted: 'A story comes in for review',
  'changes requested': 'My story is sent back',
  approved: 'My story is approved',
  'approval void': 'An approval of mine no longer holds',
  published: 'My story goes out',
  'schedule problem': 'A scheduled story did not go out',
  'taken over': 'Somebody takes over a story I am writing',
}
