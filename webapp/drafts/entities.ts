/** https://core.telegram.org/bots/api#messageentity; offset and length in UTF-16 units, as JavaScript counts. */
export interface Entity {
  type: string
  offset: number
  length: number
}
export interface Piece {
  text: string
  /** All entities the piece lies in: bold inside a link. */
  types: readonly string[]
}

/** Cuts a caption where its entities begin and end, so that each piece is drawn in one way. */
export function cutByEntities(text: string, entities: readonly Entity[]): Piece[] {
  const cuts = new Set([0, text.length])
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length)
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b)
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0
    const covers = ({ offset, length }: Entity) => offset <= start && end <= offset + length
    return { text: text.slice(start, end), types: entities.filter(covers).map(({ type }) => type) }
  })
}
