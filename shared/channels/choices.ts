/** One picture with buttons, or an album with its links in the text: Telegram takes no buttons below albums. */
export const postStyles = ['picture', 'album'] as const
export type PostStyle = (typeof postStyles)[number]

/** What the bot is in a channel: an administrator that may post, one that may not, or none. */
export const channelStandings = ['fine', 'mute', 'out'] as const
export type ChannelStanding = (typeof channelStandings)[number]

/** The rights that the board needs there. */
export const channelRights = ['post', 'edit', 'delete'] as const
export type ChannelRight = (typeof channelRights)[number]

/** Choices of minutes between two new posts. */
export const gaps = [0, 1, 3, 5, 10, 15, 30, 60] as const
/** UTF-16 units; the caption has 1,024 for everything. */
export const longestSignature = 120

/** What is listed of a channel's posts. */
export const postLists = ['waiting', 'failed', 'sent'] as const
export type PostList = (typeof postLists)[number]
