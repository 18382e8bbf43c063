/** This machine does not have the browser, which says nothing about the pages. One that is here and does not start does. */
export class NotHere extends Error {}

/** As much of a browser as the shopper's journey takes, whoever made it. Elements are named by CSS. */
export interface OtherBrowser {
  /** Its name and version, as it says them itself. */
  name: string;
  open(url: string): Promise<void>;
  click(css: string): Promise<void>;
  type(css: string, text: string): Promise<void>;
  /** The browser's own way back. */
  back(): Promise<void>;
  /** What an expression is in the page. */
  read(expression: string): Promise<unknown>;
  /** What it shows, as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}
