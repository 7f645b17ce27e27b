import ExifReader from 'exifreader'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { images } from '#src/demo/content/images.ts'
import { pictureSize, SCENE_NAMES } from '#src/demo/pictures/recipe.ts'
import { renderPicture, renderSceneSvg } from '#src/demo/pictures/renderPicture.ts'
import { ALGORITHMIC_MEDIA, renderXmp } from '#src/demo/pictures/xmp.ts'

/** The readable value of one XMP field of the file. */
function xmpOf(file: Buffer): (name: string) => string | undefined {
  const { xmp } = ExifReader.load(file, { expanded: true })
  return (name) => xmp?.[name]?.description
}

describe('the demo pictures', () => {
  it.each(images.map((image) => [image.key, image] as const))(
    '%s decodes and carries its credit',
    async (_, image) => {
      const file = await renderPicture(image.picture)
      const { format, width, height } = await sharp(file).metadata()
      expect({ format, width, height }).toEqual({
        format: 'jpeg',
        ...pictureSize(image.picture.scene),
      })
      const { channels } = await sharp(file).stats()
      expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(15)

      const field = xmpOf(file)
      expect(field('creator')).toBe(image.picture.credit.creators.join(', '))
      expect(field('Credit')).toBe(image.credit.line)
      expect(field('rights')).toBe(image.copyrightNotice)
      expect(field('WebStatement')).toBe(image.licence.url)
      expect(field('UsageTerms')).toBe(image.licence.name)
      expect(field('AltTextAccessibility')).toBe(image.alt)
      expect(field('DigitalSourceType')).toBe(ALGORITHMIC_MEDIA)
    },
  )

  it('are byte for byte the same when drawn again', async () => {
    const [image] = images
    if (!image) throw new Error('no pictures')
    const [first, second] = await Promise.all([
      renderPicture(image.picture),
      renderPicture(image.picture),
    ])
    expect(first.equals(second)).toBe(true)
  })

  it('use every scene, and draw another picture from another seed', () => {
    expect(new Set(images.map((image) => image.picture.scene))).toEqual(new Set(SCENE_NAMES))
    for (const scene of SCENE_NAMES) {
      expect(renderSceneSvg({ scene, seed: 'one' })).toBe(renderSceneSvg({ scene, seed: 'one' }))
      expect(renderSceneSvg({ scene, seed: 'one' })).not.toBe(
        renderSceneSvg({ scene, seed: 'two' }),
      )
    }
  })

  it('hold no words and no broken numbers', () => {
    for (const { picture } of images) {
      const svg = renderSceneSvg(picture)
      expect(svg).not.toMatch(/<text|NaN|undefined|Infinity/)
    }
  })

  it('say whose stand-in the picture of the sample article is', () => {
    const image = images.find(({ key }) => key === 'sampleArticle')
    expect(image?.credit.line).toBe('Top World News / YouTube')
    expect(image?.caption).toMatch(/illustration/i)
    expect(image?.caption).toMatch(/stands in for the original/)
    expect(image?.picture.credit.creators).toEqual(['Courier Graphics'])
  })

  it('escape what the metadata says', () => {
    const [image] = images
    if (!image) throw new Error('no pictures')
    const xmp = renderXmp({ ...image.picture.credit, title: 'A & B <script>"' })
    expect(xmp).toContain('A &amp; B &lt;script&gt;&quot;')
  })
})
