import type { DemoImage } from './content/types.ts'
import { renderPicture } from './pictures/renderPicture.ts'
import type { SeedContext } from './seedContext.ts'

/** Draws the pictures and uploads them: what the files say of their credit is read as it is at any upload. */
export const seedImages = async (
  { payload, ids }: SeedContext,
  images: DemoImage[],
): Promise<void> => {
  for (const image of images) {
    const data = await renderPicture(image.picture)
    const { id } = await payload.create({
      collection: 'images',
      data: {
        alt: image.alt,
        caption: image.caption,
        creator: image.credit.creator,
        credit: image.credit.line,
        rightsCategory: image.rightsCategory,
        copyrightNotice: image.copyrightNotice,
        licenceUrl: image.licence.url,
        digitalSourceType: image.digitalSourceType,
        focalX: image.focalPoint.x * 100,
        focalY: image.focalPoint.y * 100,
      },
      file: { name: image.fileName, data, mimetype: 'image/jpeg', size: data.length },
      depth: 0,
      overrideAccess: true,
    })
    ids.images.set(image.key, id)
  }
}
