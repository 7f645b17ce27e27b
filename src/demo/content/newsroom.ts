/** The Meridian Courier: everything an empty database is seeded with, besides the sample article. */
import { climateEvidence, climateQuotes, climateSources } from './climate/records.ts'
import { climateStories } from './climate/stories.ts'
import { cultureEvidence, cultureQuotes, cultureSources } from './culture/records.ts'
import { cultureStories } from './culture/stories.ts'
import { images, SAMPLE_ARTICLE_IMAGE } from './images.ts'
import { authors, sections, users } from './people.ts'
import { politicsEvidence } from './politics/evidence.ts'
import { politicsQuotes, politicsSources } from './politics/records.ts'
import { politicsStories } from './politics/stories.ts'
import type { DemoNewsroom } from './types.ts'
import { worldEvidence, worldQuotes, worldSources } from './world/records.ts'
import { worldStories } from './world/stories.ts'

/** A fictional general newspaper: its people, its records and twelve stories in every state. */
export const demoNewsroom: DemoNewsroom = {
  name: 'The Meridian Courier',
  domain: 'meridian-courier.example',
  language: 'en',
  description:
    'News from Meridian, capital of the Republic of Orrin. A fictional newsroom for trying things out.',
  users,
  authors,
  sections,
  sources: [...worldSources, ...politicsSources, ...climateSources, ...cultureSources],
  quotes: [...worldQuotes, ...politicsQuotes, ...climateQuotes, ...cultureQuotes],
  evidence: [...worldEvidence, ...politicsEvidence, ...climateEvidence, ...cultureEvidence],
  images,
  sampleArticleImage: SAMPLE_ARTICLE_IMAGE,
  stories: [...worldStories, ...politicsStories, ...climateStories, ...cultureStories],
}
