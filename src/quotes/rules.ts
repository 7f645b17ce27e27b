/** Every rule that can name a finding, in one table: `ruleId` in an answer is a key of it. */
export const rules = {
  'verb-after': '“Q,” said S. / “Q,” S said. The verb and its speaker touch the quotation.',
  'verb-before':
    'S said: “Q.” / S said that “q”. The nearest verb before the quotation, in the same sentence.',
  'verb-before-shared': 'S did this and said “Q.” The verb shares the subject of its sentence.',
  'verb-around': 'The “q” plan, S said, is dead. The verb stands later in the sentence.',
  'according-to': 'According to S, “Q.” / “Q,” according to S.',
  'passive-by': 'The plan was described by S as “q”.',
  'quoted-by-outlet': 'OUTLET quoted S as saying “Q.” The outlet is the relay, S the speaker.',
  'published-document':
    'OUTLET published an opinion that insisted “q”. S issued a statement saying “q”. Whoever issued the text speaks.',
  'document-says': 'The report found that “q”. A document speaks for whoever issued it.',
  'noun-of-speech':
    'A remark by S, “q,” … / S’s answer: “Q.” A noun of speech stands beside the quotation.',
  'colon-label': 'S: “Q.” A name and a colon, as in a transcript.',
  'colon-subject': 'S was blunt: “Q.” No verb of speech; the subject of the sentence is taken.',
  'colon-lead-in':
    'S said: (new paragraph) “Q.” The paragraph that ends in a colon introduces the next.',
  'attribution-line': '“Q.” — S. A line below the words names the speaker.',
  'split-quote': '“Q, ” S said, “q.” One sentence of the speaker, interrupted.',
  'same-paragraph': '“Q,” S said. “Q.” No new verb: the same speaker goes on.',
  'next-paragraph':
    'A paragraph that opens with a quotation and names nobody goes on with the last speaker.',
  'following-verb': '“Q.” “Q,” S said. The first words wait for the verb of the next.',
  'preceding-subject': 'S was tired. “Q.” The subject of the sentence before.',
  'words-of': '“Q.” Those were the words of S.',
  'lost-block':
    'A colon, then an unmarked paragraph that reads as quoted: a block that lost its markup.',
  'transcript-line': 'SMITH: words without marks, one turn a line.',
  'no-attribution': 'Quoted words for which no speaker was found.',
  'few-beside': 'S “q” denied it. A few words between the speaker and the verb.',
  'few-again': 'S called it “p” and “q”. A few words joined to others of the same speaker.',
  'few-verb': 'S fears “q”. A few words after a verb of judgement or mention.',
  'few-as': 'S defended the plan as “q”. A few words that somebody judges something to be.',
  'few-closed':
    'The line is “q” in winter, S said. A few words in a sentence that ends in who says it.',
  'few-felt': 'S was “q”. A few words for what somebody feels.',
  'few-noun': 'Talk of “q” by S. A few words after a noun of speech or attitude.',
  'scare-short': 'One to three quoted words with nobody speaking: irony or distance.',
  'scare-crowd': 'A few quoted words given to “some” or “many”: a term, not a statement.',
  'scare-single': 'One to three words in single marks where the story sets speech in double marks.',
  'title-word':
    'Quoted words after song, film, book… or in title case with nobody speaking: a title.',
  'term-word': 'Quoted words after so-called, dubbed, the word…: a term.',
  nickname: 'Quoted capitalised words inside a person’s name: a nickname.',
  'headline-words': 'Quoted words in a headline: a short form of what the body quotes.',
} as const

export type RuleId = keyof typeof rules
