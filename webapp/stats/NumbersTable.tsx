import { For } from 'solid-js'

/** Numbers in rows; the first cell of each says what they are of. */
export const NumbersTable = (props: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
}) => (
  <table class="numbers__table">
    <caption class="numbers__caption">{props.caption}</caption>
    <thead>
      <tr>
        <For each={props.head}>{(name) => <th scope="col">{name}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.rows}>
        {(row) => (
          <tr>
            <th scope="row">{row[0]}</th>
            <For each={row.slice(1)}>{(cell) => <td>{cell}</td>}</For>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)
