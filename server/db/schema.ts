/** The data model, an area a file: people; ads and what becomes one; buyers; moderators; channels; the board itself. */
export * from '#server/db/schema/ads.ts'
export * from '#server/db/schema/board.ts'
export * from '#server/db/schema/buyers.ts'
export * from '#server/db/schema/channels.ts'
export * from '#server/db/schema/moderation.ts'
export * from '#server/db/schema/people.ts'
