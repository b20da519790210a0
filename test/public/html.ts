import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Element = Tree.Element

/** A document as a browser reads it, parsed by the rules of the HTML standard. */
export function readHtml(source: string) {
  const faults: string[] = []
  const document = parse(source, { onParseError: ({ code }) => faults.push(code) })
  const elements = [...elementsIn(document)]
  const all = (tag: string, attributes: Record<string, string> = {}) =>
    elements.filter(
      (element) =>
        element.tagName === tag &&
        Object.entries(attributes).every(([name, value]) => attribute(element, name) === value),
    )
  return {
    /** What the standard calls a parse error; a page of ours has none. */
    faults,
    elements,
    all,
    text: (tag: string) => all(tag).map(textOf),
    /** The content of a `meta` with this name or property. */
    meta: (name: string) =>
      [...all('meta', { name }), ...all('meta', { property: name })].map((meta) =>
        attribute(meta, 'content'),
      )[0],
    /** `rel` → addresses, in order. */
    links: (rel: string) => all('link', { rel }).map((link) => attribute(link, 'href')),
    hrefs: () => all('a').map((link) => attribute(link, 'href') ?? ''),
    /** All blocks of JSON-LD. */
    data: () =>
      all('script', { type: 'application/ld+json' }).map(
        (script) => JSON.parse(textOf(script)) as Record<string, unknown>,
      ),
  }
}

export const attribute = (element: Element, name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value

export const textOf = (node: Tree.Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function* elementsIn(node: Tree.Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child)
}
