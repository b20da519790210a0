import type { RouteDefinition } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import { preloadAd } from '#webapp/ads/ad.ts'
import { FeedScreen } from '#webapp/ads/FeedScreen.tsx'

/** A screen in a chunk of its own; the router fetches it when a finger touches a link to it. */
const screen = <Name extends string>(load: () => Promise<Record<Name, Component>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }))

/** The same for a screen of moderators and admins, whose texts only they load. */
const staff = (load: () => Promise<{ default: Component }>) =>
  lazy(async () => {
    const [loaded] = await Promise.all([
      load(),
      import('#webapp/staff/i18n.ts').then(({ speakStaff }) => speakStaff()),
    ])
    return loaded
  })

const DraftScreen = lazy(() => import('#webapp/drafts/DraftScreen.tsx'))

export const routes: RouteDefinition[] = [
  { path: '/', component: FeedScreen },
  { path: '/search', component: lazy(() => import('#webapp/search/SearchScreen.tsx')) },
  {
    path: '/ads/:id',
    component: screen(() => import('#webapp/ads/AdScreen.tsx'), 'AdScreen'),
    preload: ({ params }) => preloadAd(Number(params.id)),
  },
  { path: '/sellers/:id', component: lazy(() => import('#webapp/sellers/SellerScreen.tsx')) },
  { path: '/saved', component: lazy(() => import('#webapp/favorites/SavedScreen.tsx')) },
  { path: '/saved/searches', component: lazy(() => import('#webapp/searches/SearchesScreen.tsx')) },
  { path: '/new/*', component: DraftScreen },
  { path: '/mine', component: lazy(() => import('#webapp/mine/MineScreen.tsx')) },
  { path: '/mine/:id', component: lazy(() => import('#webapp/mine/MyAdScreen.tsx')) },
  { path: '/qr', component: lazy(() => import('#webapp/mine/QrScreen.tsx')) },
  { path: '/queue', component: staff(() => import('#webapp/moderation/QueueScreen.tsx')) },
  { path: '/queue/decided', component: staff(() => import('#webapp/moderation/DecidedScreen.tsx')) },
  { path: '/queue/trusted', component: staff(() => import('#webapp/moderation/TrustedScreen.tsx')) },
  { path: '/staff/audit', component: staff(() => import('#webapp/audit/AuditScreen.tsx')) },
  { path: '/staff/numbers', component: staff(() => import('#webapp/stats/NumbersScreen.tsx')) },
  { path: '/staff/reports', component: staff(() => import('#webapp/reports/ReportedScreen.tsx')) },
  { path: '/staff/people', component: staff(() => import('#webapp/people/PeopleScreen.tsx')) },
  { path: '/staff/people/:id', component: staff(() => import('#webapp/people/PersonScreen.tsx')) },
  { path: '/staff/channels', component: staff(() => import('#webapp/channels/ChannelsScreen.tsx')) },
  { path: '/staff/channels/:id', component: staff(() => import('#webapp/channels/ChannelScreen.tsx')) },
  {
    path: '/staff/announcements',
    component: staff(() => import('#webapp/announcements/AnnouncementsScreen.tsx')),
  },
  {
    path: '/staff/announcements/new',
    component: staff(() => import('#webapp/announcements/AnnouncementEditScreen.tsx')),
  },
  {
    path: '/staff/announcements/:id',
    component: staff(() => import('#webapp/announcements/AnnouncementScreen.tsx')),
  },
  {
    path: '/staff/announcements/:id/edit',
    component: staff(() => import('#webapp/announcements/AnnouncementEditScreen.tsx')),
  },
  { path: '/staff', component: staff(() => import('#webapp/staff/StaffScreen.tsx')) },
  { path: '/staff/settings', component: staff(() => import('#webapp/staff/settings/BoardScreen.tsx')) },
  { path: '/staff/settings/words', component: staff(() => import('#webapp/staff/settings/WordsScreen.tsx')) },
  {
    path: '/staff/settings/reasons',
    component: staff(() => import('#webapp/staff/reasons/ReasonsScreen.tsx')),
  },
  {
    path: '/staff/settings/reasons/:id',
    component: staff(() => import('#webapp/staff/reasons/ReasonScreen.tsx')),
  },
  {
    path: '/settings',
    component: screen(() => import('#webapp/settings/SettingsScreen.tsx'), 'SettingsScreen'),
  },
  { path: '*', component: screen(() => import('#webapp/NotFoundScreen.tsx'), 'NotFoundScreen') },
]
