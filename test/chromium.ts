import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium as playwright } from 'playwright-core'

const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

/** Fonts that a bare machine lacks, from npm: Latin, Cyrillic, ʻ and emoji. */
const fonts = [
  ...['400Regular/Roboto_400Regular', '500Medium/Roboto_500Medium', '700Bold/Roboto_700Bold'].map(
    (file) => `${packages}/@expo-google-fonts/roboto/${file}.ttf`,
  ),
  // Has the ʻ of oʻ and gʻ, which this build of Roboto lacks.
  `${packages}/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf`,
  `${packages}/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf`,
  `${packages}/@expo-google-fonts/noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf`,
]

/**
 * Unpacks the Chromium that npm brought, with the libraries and fonts that a bare machine lacks, once for what is in it.
 * Works as root and not, with nothing installed. Made aside and renamed: what a running browser has mapped is never
 * written again.
 */
async function unpack() {
  const manifest = await readFile(`${packages}/@sparticuz/chromium/package.json`, 'utf8')
  const contents = createHash('sha256')
    .update(manifest + fonts.join() + fontsConf(''))
    .digest('hex')
  const home = join(tmpdir(), `vodiy-bozor-chromium-${process.getuid?.() ?? 0}-${contents.slice(0, 12)}`)
  if (existsSync(home)) return home
  const aside = await mkdtemp(`${home}-`)
  await mkdir(`${aside}/fonts`)
  // The package unpacks beneath the temporary folder it sees at that moment.
  const before = process.env.TMPDIR
  process.env.TMPDIR = aside
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(`${packages}/@sparticuz/chromium/bin/al2023.tar.br`)
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  for (const font of fonts) await copyFile(font, `${aside}/fonts/${font.split('/').at(-1)}`)
  await writeFile(`${aside}/fonts.conf`, fontsConf(home))
  // Another process may have been faster.
  await rename(aside, home).catch(() => rm(aside, { recursive: true }))
  return home
}

const fontsConf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Roboto</family><family>Noto Sans</family><family>Noto Color Emoji</family></prefer></alias>
</fontconfig>
`

let unpacked: ReturnType<typeof unpack> | undefined

/** Starts the browser; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  unpacked ??= unpack()
  const home = await unpacked
  return playwright.launch({
    executablePath: `${home}/chromium`,
    // Containers and chroots often have a tiny /dev/shm or none.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-quic',
    ],
    env: {
      ...(process.env as Record<string, string>),
      TMPDIR: home,
      FONTCONFIG_FILE: `${home}/fonts.conf`,
      LD_LIBRARY_PATH: `${home}/al2023/lib`,
    },
  })
}
