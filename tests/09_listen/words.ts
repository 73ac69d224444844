/**
 * The mistakes that the checks of lesson 9 know, of all three functions.
 *
 * @module
 */
import { knocking } from "./knock_words.ts";
import { serving } from "./serve_words.ts";
import { starting } from "./start_words.ts";

/** The mistakes that startServer(), serveQueue() and knock() can make. */
export const mistakes = { ...starting, ...serving, ...knocking };
