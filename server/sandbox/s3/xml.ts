/** Child elements by name; an array repeats the element. */
export interface Elements {
  [name: string]: string | number | boolean | Elements | Elements[] | undefined
}

/** Writes a document as S3 does; undefined elements are left out. */
export function xmlDocument(root: string, children: Elements): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, children)}`
}

function element(name: string, value: Elements[string]): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('')
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, inner]) => element(child, inner))
          .join('')
      : escapeText(String(value))
  // Listings carry S3's namespace, errors carry none.
  const namespace = name === 'ListBucketResult' ? ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"' : ''
  return `<${name}${namespace}>${content}</${name}>`
}

const escapeText = (text: string) =>
  // Control characters too: S3 writes them as references although XML 1.0 knows no such reference.
  text.replace(/[&<>"\p{Cc}]/gu, (character) => `&#x${character.charCodeAt(0).toString(16)};`)
