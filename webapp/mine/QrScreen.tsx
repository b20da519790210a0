import { Show } from 'solid-js'
import { sellerLink } from '#shared/channel/links.ts'
import { t } from '#webapp/i18n.ts'
import { qrPath } from '#webapp/mine/qr.ts'
import { me } from '#webapp/session.ts'
import { share } from '#webapp/telegram.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import './qr-screen.css'

/** A code to hang up, which opens all of the person's ads. */
export default function QrScreen() {
  const link = () => {
    const known = me()
    return known && sellerLink(known.bot.username, known.user.id)
  }
  const main = () => {
    const url = link()
    return url ? { text: t('mine.qr_share'), onClick: () => share(url, t('mine.qr_message')) } : undefined
  }
  return (
    <Page back title={t('mine.qr')} main={main()}>
      <Section footer={t('mine.qr_text')}>
        <Show when={link()}>{(url) => <Code url={url()} />}</Show>
      </Section>
    </Page>
  )
}

/** Black on white in every theme, or cameras do not read it. */
function Code(props: { url: string }) {
  const code = () => qrPath(props.url)
  return (
    <svg class="qr" viewBox={`0 0 ${code().size} ${code().size}`} role="img" aria-label={t('mine.qr_label')}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={code().path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}
