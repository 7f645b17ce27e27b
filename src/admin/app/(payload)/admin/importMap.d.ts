/** The generated map beside this file: which component each path in the configuration means. */
import type { ImportMap } from 'payload'

export declare const importMap: ImportMap
