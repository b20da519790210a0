/** `+998901234567` → `+998 90 123 45 67`; a foreign number stays as it is. */
export const readablePhone = (phone: string) =>
  phone.replace(/^(\+998)(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5')
