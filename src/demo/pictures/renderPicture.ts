/** Draws a recipe: SVG scene, a little film grain, JPEG with credit metadata inside. */
import sharp from 'sharp'
import { createRandom, type Random } from './random.ts'
import { pictureSize, type PictureRecipe, type SceneName } from './recipe.ts'
import { bridge } from './scenes/bridge.ts'
import { columns } from './scenes/columns.ts'
import { delta } from './scenes/delta.ts'
import { harbour } from './scenes/harbour.ts'
import { hemicycle } from './scenes/hemicycle.ts'
import { housing } from './scenes/housing.ts'
import { lanterns } from './scenes/lanterns.ts'
import { ledger } from './scenes/ledger.ts'
import { newsreel } from './scenes/newsreel.ts'
import { platform } from './scenes/platform.ts'
import { portrait } from './scenes/portrait.ts'
import { riverAtDusk } from './scenes/riverAtDusk.ts'
import { skyline } from './scenes/skyline.ts'
import { stormMap } from './scenes/stormMap.ts'
import { terraces } from './scenes/terraces.ts'
import { theatre } from './scenes/theatre.ts'
import { wheat } from './scenes/wheat.ts'
import { renderXmp } from './xmp.ts'

const SCENES: Record<SceneName, (random: Random) => string> = {
  delta,
  terraces,
  harbour,
  bridge,
  'river at dusk': riverAtDusk,
  skyline,
  columns,
  hemicycle,
  housing,
  ledger,
  platform,
  wheat,
  'storm map': stormMap,
  theatre,
  newsreel,
  lanterns,
  portrait,
}

/** Renders the picture as a JPEG that carries its credit as XMP. Same recipe, same bytes. */
export async function renderPicture(recipe: PictureRecipe): Promise<Buffer> {
  const { width, height } = pictureSize(recipe.scene)
  return sharp(Buffer.from(renderSceneSvg(recipe)))
    .flatten({ background: '#000' })
    .composite([{ input: grain(recipe.seed), raw: GRAIN, tile: true, blend: 'soft-light' }])
    .resize(width, height)
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
    .withXmp(renderXmp(recipe.credit))
    .toBuffer()
}

/** The drawing itself, before grain and metadata. */
export function renderSceneSvg({ scene, seed }: Pick<PictureRecipe, 'scene' | 'seed'>): string {
  const { width, height } = pictureSize(scene)
  const body = SCENES[scene](createRandom(`${scene}/${seed}`))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`
}

const GRAIN = { width: 320, height: 320, channels: 4 as const }

/** A tile of fine noise around mid grey: hides banding in skies, gives flat areas a printed feel. */
function grain(seed: string): Buffer {
  const random = createRandom(`grain/${seed}`)
  const pixels = Buffer.alloc(GRAIN.width * GRAIN.height * GRAIN.channels)
  for (let offset = 0; offset < pixels.length; offset += GRAIN.channels) {
    const level = Math.round(128 + random.between(-16, 16) + random.between(-16, 16))
    pixels.fill(level, offset, offset + 3)
    pixels[offset + 3] = 255
  }
  return pixels
}
