/**
 * The mistakes that the checks of lesson 7 know, of both functions.
 *
 * @module
 */
import { askingEach } from "./each_words.ts";
import { asking } from "./request_words.ts";

/** The mistakes that request() and requestEach() can make. */
export const mistakes = { ...asking, ...askingEach };
