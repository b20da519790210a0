/** Opens the Mini App at the ad from anywhere in Telegram (https://core.telegram.org/bots/webapps#direct-link-mini-apps). */
export const adLink = (botUsername: string, adId: number) => `https://t.me/${botUsername}?startapp=ad_${adId}`

/** Opens the Mini App at all live ads of a seller. */
export const sellerLink = (botUsername: string, sellerId: number) =>
  `https://t.me/${botUsername}?startapp=seller_${sellerId}`
