/**
 * Opens the Mini App from anywhere in Telegram, at what `startPath` makes of the parameter
 * (https://core.telegram.org/bots/webapps#direct-link-mini-apps).
 */
export const appLink = (botUsername: string, startParam: string) =>
  `https://t.me/${botUsername}?startapp=${startParam}`

/** Opens the Mini App at the ad. */
export const adLink = (botUsername: string, adId: number) => appLink(botUsername, `ad_${adId}`)

/** Opens the Mini App at all live ads of a seller. */
export const sellerLink = (botUsername: string, sellerId: number) =>
  appLink(botUsername, `seller_${sellerId}`)
