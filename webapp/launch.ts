import { writeFilters } from '#shared/search/filters.ts'
import { readSearchParam } from '#shared/search/link.ts'

/** What Telegram says in the URL's fragment when it opens the app: https://docs.telegram-mini-apps.com/platform/launch-parameters */
export interface Launch {
  /** The signed query string as it came; the server checks it. */
  initData: string
  /** Newest Mini App version the client speaks, e.g. `7.10`. */
  version: string
  platform: string
  theme: Record<string, string>
  /** What followed `?startapp=`. */
  startParam: string | undefined
  languageCode: string | undefined
}

/** Reads a fragment (`#tgWebAppData=…`); undefined when the page was not opened by Telegram. */
export function parseLaunch(fragment: string): Launch | undefined {
  const params = new URLSearchParams(fragment.replace(/^#?\??/, ''))
  const initData = params.get('tgWebAppData')
  if (!initData) return undefined
  const fields = new URLSearchParams(initData)
  const user = readJson<{ language_code?: string }>(fields.get('user'))
  return {
    initData,
    version: params.get('tgWebAppVersion') ?? '6.0',
    platform: params.get('tgWebAppPlatform') ?? 'unknown',
    theme: readJson<Record<string, string>>(params.get('tgWebAppThemeParams')),
    startParam: fields.get('start_param') ?? params.get('tgWebAppStartParam') ?? undefined,
    languageCode: user.language_code,
  }
}

function readJson<T extends object>(text: string | null): T {
  try {
    return JSON.parse(text ?? '{}') as T
  } catch {
    return {} as T
  }
}

/** The screen a `startapp` parameter asks for; anything unknown opens the feed. */
export function startPath(startParam: string | undefined): string {
  const filters = readSearchParam(startParam ?? '')
  if (filters) return `/search?${writeFilters(filters)}`
  const [, kind, id] = /^([a-z]+)(?:_(\d{1,15}))?$/.exec(startParam ?? '') ?? []
  if (kind === 'ad' && id) return `/ads/${id}`
  if (kind === 'seller' && id) return `/sellers/${id}`
  if (kind === 'new' && !id) return '/new'
  if (kind === 'saved' && !id) return '/saved'
  if (kind === 'searches' && !id) return '/saved/searches'
  if (kind === 'my') return id ? `/mine/${id}` : '/mine'
  if (kind === 'queue' && !id) return '/queue'
  if (kind === 'staff' && !id) return '/staff'
  if (kind === 'report' && id) return `/staff/reports?ad=${id}`
  if (kind === 'mod' && id) return `/queue?ad=${id}`
  return '/'
}
