/** The words in which the reader tells an editor what it is not sure of. */
export type DoubtText = { code: string; message: string; fix: string }

export const doubtTexts = {
  lostLeadIn: {
    code: 'lost-lead-in',
    message:
      'This paragraph ends in a colon, but no quotation follows it: an embed or a block quotation was probably lost.',
    fix: 'Put back the quotation, or end the sentence with a full stop.',
  },
  lostBlock: {
    code: 'lost-block-quote',
    message:
      'This paragraph follows a colon and reads as quoted from elsewhere, but nothing marks it as a quotation.',
    fix: 'Set it as a block quotation if these are another’s words.',
  },
  unclosed: {
    code: 'unclosed-quote',
    message: 'This quotation has only one of its two marks.',
    fix: 'Set the missing mark where the speaker’s words begin or end.',
  },
  unattributed: {
    code: 'unattributed-quote',
    message: 'Nobody could be found who says this.',
    fix: 'Name the speaker, or take the quotation marks away.',
  },
  ambiguous: {
    code: 'ambiguous-name',
    message: 'Two people in the story share this surname; it is not clear who speaks.',
    fix: 'Choose the speaker, and use the full name in the text.',
  },
  secondHandAnonymous: {
    code: 'second-hand-anonymous',
    message: 'An unnamed speaker is quoted through another outlet: nobody here has spoken to them.',
    fix: 'Find a second source, or say plainly whose report this is.',
  },
  scare: {
    code: 'scare-quotes',
    message: 'A few words stand in quotation marks without a speaker.',
    fix: 'Attribute the words, or take the marks away.',
  },
  headline: {
    code: 'headline-quotation',
    message: 'The headline puts words in quotation marks.',
    fix: 'Check that the body quotes exactly these words from a named or described speaker.',
  },
} as const satisfies Record<string, DoubtText>
