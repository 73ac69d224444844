/**
 * A URL as call stacks show it: Deno decodes it there, `%20` to a space. One
 * that cannot be decoded stays as it is.
 */
export function plainUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
