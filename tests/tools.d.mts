export type Tool = {
  key: string
  name: string
  variable: string
  programs: string[]
  without: string
  howTo: string
}
export declare const tools: Tool[]
export declare const findTool: (tool: Tool) => string | null
export declare const toolEnvironment: () => Record<string, string>
