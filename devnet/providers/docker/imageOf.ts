import type Docker from 'dockerode'
import type { DevnetConfig } from '../../../configs/index.ts'
import { DevnetError } from '../../errors.ts'
import { packageVersion } from '../../packageVersion.ts'

/** The image of the parts. It is never pulled. Errors: NO_IMAGE, which tells how to build it. */
export async function imageOf(engine: Docker, { docker }: Pick<DevnetConfig, 'docker'>): Promise<string> {
  const image = docker.image ?? `nativeroll:${packageVersion()}`
  try {
    await engine.getImage(image).inspect()
    return image
  } catch (cause) {
    if ((cause as { statusCode?: number }).statusCode !== 404) throw cause
    throw new DevnetError('NO_IMAGE', `the Docker engine has no image ${image}`, {
      value: image,
      expected: "an image built from this package's Dockerfile",
      hint: `build it in a checkout, after npm ci: docker build -t ${image} . ; or name another with --docker.image`,
      cause,
    })
  }
}
