import type { Dictionary } from '#shared/i18n/translate.ts'
import { dialog } from './dialog/en.ts'
import { outcomes } from './outcomes/en.ts'
import { people } from './people/en.ts'
import { searches } from './searches/en.ts'
import type { BotKey } from './uz.ts'

export const en: Dictionary<BotKey> = {
  'bot.start':
    'Hello, {name}! 👋\n\nAt Vodiy Bozor it is easy to sell anything and to find anything. Posting an ad takes a minute.',
  'bot.open': 'Open the market',
  'bot.my': 'Your ads are here: change a price or mark one as sold.',
  'bot.my_button': 'My ads',
  'bot.help':
    'One button does it all: open the market, search, or post an ad.\n\n/new — post an ad\n/my — my ads\n/language — change the language',
  'bot.unknown': 'The market is behind this button 👇',
  'bot.language': 'Which language shall we speak?',
  'bot.language_done': 'Good, we speak English from now on.',
  'bot.error': 'Something went wrong on our side. Please try again shortly.',
  'bot.menu': 'Market',
  'bot.command.start': 'Open the market',
  'bot.command.new': 'Post an ad',
  'bot.command.my': 'My ads',
  'bot.command.language': 'Change the language',
  'bot.command.help': 'Help',
  'bot.description':
    'Vodiy Bozor: ads from Andijan, Fergana and Namangan.\n\nTake a photo of what you sell and post an ad in a minute. Whatever you need, find it here.',
  'bot.short_description': 'Ads of the valley: sell, find, write. Free.',
  'bot.announce': 'New ad',
  'bot.mod_approve': 'Approve',
  'bot.mod_reject': 'Send back',
  'bot.mod_back': 'Back',
  'bot.mod_undo': 'Undo the decision',
  'bot.mod_claimed': '{name} is looking',
  'bot.mod_approved': 'Approved by {name}',
  'bot.mod_mended': 'Mended and approved by {name}',
  'bot.mod_rejected': 'Sent back by {name}',
  'bot.mod_by_board': 'Trusted seller: approved by itself',
  'bot.mod_kept': 'Looked into and kept by {name}',
  'bot.mod_undone': 'The decision was undone, it waits again',
  'bot.mod_gone': 'The ad waits no more',
  'bot.announce_seller': 'Seller: {name}',
  'bot.announce_button': 'Review',
  ...dialog,
  ...outcomes,
  ...people,
  ...searches,
  'bot.alert': '⚠️ {text}',
  'bot.alert_lost_rights': 'The bot cannot work in “{chat}”: add it again and make it an administrator.',
  'bot.alert_mute':
    'The bot may not post in “{chat}”: give it the right to post messages in the channel’s settings. What waits goes out by itself.',
  'bot.report': 'Report',
  'bot.announce_reported': 'An ad was reported',
  'bot.report_upheld': 'Thank you, you were right 🙏 We checked and acted:',
  'bot.report_dismissed': 'We checked and found nothing wrong. Thank you for telling us:',
  'bot.report_lapsed':
    'The ad you reported is gone, or its seller has mended it. Thank you for watching out:',
  'bot.report_over': 'Nothing to look into any more',
  'bot.report_button': 'Look into it',
  'bot.alert_not_reported':
    'A report of “{title}” could not be sent to the moderators. Look at it under “Reports”.\n\nTelegram: {error}',
  'bot.alert_not_announced':
    'The ad “{title}” could not be announced to the moderators. It waits in the queue.\n\nTelegram: {error}',
  'channel.sample_title': 'A test post',
  'channel.sample_text': 'This is a sample: ads in the channel look like this. It can be deleted.',
  'channel.sample_second': 'A second picture',
  'bot.channel_added':
    'The channel “{title}” is in the list. It is off for now: choose what it takes and turn it on.',
  'bot.channel_known': 'The channel “{title}” is in the list already.',
  'bot.channel_not_in': 'The bot is no administrator in “{title}”. Make it one and forward the post again.',
  'bot.channel_open': 'Channel settings',
  'channel.view': 'View',
  'channel.write': 'Write',
  'channel.expired': 'EXPIRED',
  'channel.removed': 'The ad was taken down',
  'channel.alert_not_posted':
    'The ad “{title}” did not get into the channel. Check that the bot is an administrator there; it tries again by itself.\n\nTelegram: {error}',
  'channel.alert_not_edited':
    'The post of the ad “{title}” could not be changed. The bot tries again by itself.\n\nTelegram: {error}',
  'channel.alert_gone':
    'The post of the ad “{title}” is not in the channel: somebody deleted it. The ad is still in the app.',
  'channel.alert_uncertain':
    'It could not be checked whether the post “{title}” is in the channel. Check the bot’s rights in the service chat.\n\nTelegram: {error}',
}
