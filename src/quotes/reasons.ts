import type { RuleId } from './rules.ts'

/** Why a speaker is proposed, for editors: the rules of `rules.ts` without their patterns. */
const reasons: Record<RuleId, string> = {
  'verb-after': 'The text says so right beside the words.',
  'verb-before': 'The text says so just before the words.',
  'verb-before-shared': 'The same sentence names the speaker further up.',
  'verb-around': 'The sentence names the speaker further on.',
  'according-to': 'The text gives the words “according to” them.',
  'passive-by': 'The sentence says by whom it was put like this.',
  'noun-of-speech': 'The sentence calls it their statement, warning or question.',
  'quoted-by-outlet': 'The text says who quoted them.',
  'published-document': 'The words are those of a text that they published or sent.',
  'document-says': 'The words are those of the document itself.',
  'colon-label': 'A name and a colon stand before the words.',
  'colon-subject': 'The sentence before the colon is about them.',
  'colon-lead-in': 'The paragraph before ends in a colon and names them.',
  'attribution-line': 'The line under the words names them.',
  'split-quote': 'The words go on after the speaker is named.',
  'same-paragraph': 'The same speaker seems to go on.',
  'next-paragraph': 'The speaker of the paragraph before seems to go on.',
  'following-verb': 'The words that follow have this speaker.',
  'preceding-subject': 'The sentence before is about them.',
  'words-of': 'The sentence after says whose words these are.',
  'lost-block': 'It stands after a colon and reads like a quotation that lost its marks.',
  'transcript-line': 'It is a turn of a transcript.',
  'no-attribution': 'Nobody near the words is said to have spoken them.',
  'few-beside': 'The words stand between them and what they say.',
  'few-again': 'The words are joined to others of theirs.',
  'few-verb': 'The sentence tells what they think of it.',
  'few-as': 'The sentence tells how they describe it.',
  'few-closed': 'The sentence ends in who says it.',
  'few-noun': 'The sentence calls it their criticism, call or promise.',
  'scare-short': 'A few words set apart, with nobody speaking.',
  'scare-crowd': 'A term given to many, not a statement.',
  'scare-single': 'A few words in single marks, while speech stands in double ones.',
  'title-word': 'A title of a work.',
  'term-word': 'A term that is explained or named.',
  nickname: 'A nickname inside a name.',
  'headline-words': 'Words of a headline, short for what the story quotes.',
}

/** The reason for a rule, in a sentence. */
export const reasonFor = (rule: RuleId): string => reasons[rule]
