/** Every limit of the board, written once; lengths are UTF-16 code units, as browsers and Telegram count. */
export const limits = {
  title: { min: 3, max: 80 },
  description: { max: 2000 },
  /** Whole so'm or whole dollars. */
  price: { min: 1, max: { UZS: 1_000_000_000_000, USD: 100_000_000 } },
  mahalla: { max: 60 },
  landmark: { max: 120 },
  contactName: { max: 60 },
  photos: {
    max: 10,
    /** What storage takes; the app shrinks far below it. */
    bytes: 20 * 1024 * 1024,
    /** What the app takes from the phone before shrinking. */
    originalBytes: 50 * 1024 * 1024,
    pixels: 80_000_000,
    /** Long side after shrinking on the phone. */
    longSide: 1920,
    uploadSeconds: 600,
    /** Photos one person may have uploaded and not yet attached to an ad. */
    unattached: 40,
  },
  /** Bytes of a JSON request. */
  body: 64 * 1024,
  /** Bytes of a JSON request by which admins set things: a full list of words fits. */
  adminBody: 256 * 1024,
  rejectionNote: { max: 300 },
  /** Of a reason for sending an ad back: for moderators' buttons, and as the seller reads it. */
  reasonName: { max: 30 },
  reasonText: { max: 300 },
  /** Reasons of a board, archived ones too. */
  reasons: 60,
  reportNote: { max: 300 },
  /** Ads that one person reports on a day in Tashkent: each first report of an ad is told to the moderators. */
  reportsPerDay: 50,
  announcement: { max: 2000 },
  banNote: { max: 300 },
  /** Of what moderators write down about a person. */
  personNote: { max: 1000 },
  /** Of what is searched for. */
  query: { max: 100 },
  page: { default: 20, max: 50 },
  /** The highest that may be set for how many ads somebody may have at a time. */
  openAds: 100_000,
  /** Ads that one person keeps saved. */
  favorites: 500,
  /** Searches that one person keeps. */
  searches: 30,
  searchName: { max: 60 },
  /** Characters of a saved search's query string. */
  searchQuery: 2000,
} as const
