/** What the clients of a killed server were told, and what they had asked for when it died. */

export const PASSWORD = 'correct horse battery staple'
export const people = ['ada@newsroom.example', 'ben@newsroom.example', 'cleo@newsroom.example']

/**
 * The takes of one story, counted. What is stored must be at least the acknowledged one; it may be the one
 * that was asked for last, because an answer can be lost on its way.
 */
export type StoryTakes = {
  headline: string
  draft: { acknowledged: number; asked: number }
  published: { acknowledged: number; asked: number }
  corrections: { acknowledged: number; asked: number }
}

export type Acknowledged = {
  /** By article id. */
  stories: Record<string, StoryTakes>
  /** Alt texts of pictures, unique, by image id. */
  images: Record<string, string>
  /** Tokens of logins. */
  tokens: string[]
}

export const takeText = (take: number): string => `This is take#${take}# of the story.`

/** The number of a take in a stored body; 0 for none. */
export const takeIn = (value: unknown): number =>
  Number(/take#(\d+)#/.exec(JSON.stringify(value ?? ''))?.[1] ?? 0)
